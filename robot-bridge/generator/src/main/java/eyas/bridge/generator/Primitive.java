package eyas.bridge.generator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The primitives of ROS 1: their Java types and the methods that read and write them. */
public enum Primitive {
  /** Truth value. */
  BOOL("boolean", "bool", "", 1),
  /** Signed 8 bits. */
  INT8("byte", "int8", "bytes", 1),
  /** Unsigned 8 bits. */
  UINT8("byte", "int8", "bytes", 1),
  /** Signed 8 bits, an old name. */
  BYTE("byte", "int8", "bytes", 1),
  /** Unsigned 8 bits, an old name. */
  CHAR("byte", "int8", "bytes", 1),
  /** Signed 16 bits. */
  INT16("short", "int16", "shorts", 2),
  /** Unsigned 16 bits. */
  UINT16("short", "int16", "shorts", 2),
  /** Signed 32 bits. */
  INT32("int", "int32", "ints", 4),
  /** Unsigned 32 bits. */
  UINT32("int", "int32", "ints", 4),
  /** Signed 64 bits. */
  INT64("long", "int64", "longs", 8),
  /** Unsigned 64 bits. */
  UINT64("long", "int64", "longs", 8),
  /** Single precision. */
  FLOAT32("float", "float32", "floats", 4),
  /** Double precision. */
  FLOAT64("double", "float64", "doubles", 8),
  /** Text. */
  STRING("String", "string", "", 4),
  /** Point in time. */
  TIME("Time", "time", "", 8),
  /** Span of time. */
  DURATION("Duration", "duration", "", 8);

  private final String java;
  private final String method;
  private final String bulk;
  private final int size;

  Primitive(String java, String method, String bulk, int size) {
    this.java = java;
    this.method = method;
    this.bulk = bulk;
    this.size = size;
  }

  /** Finds a primitive by its name in definitions. */
  public static Optional<Primitive> of(String name) {
    return Arrays.stream(values())
        .filter(primitive -> primitive.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** The Java type of one value. */
  public String java() {
    return java;
  }

  /** The method that reads or writes one value. */
  public String method() {
    return method;
  }

  /** The method that reads or writes an array, or an empty text where there is none. */
  public String bulk() {
    return bulk;
  }

  /** Smallest size on the wire [bytes]. */
  public int size() {
    return size;
  }

  /** Whether arrays are Java arrays; the others are lists. */
  public boolean numeric() {
    return this != STRING && this != TIME && this != DURATION;
  }
}
