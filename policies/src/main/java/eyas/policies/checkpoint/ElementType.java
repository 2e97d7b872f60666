package eyas.policies.checkpoint;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** The kinds of arrays in a checkpoint. */
enum ElementType {
  FLOAT(float[].class, Float.BYTES) {
    @Override
    void put(Object values, ByteBuffer out) {
      out.asFloatBuffer().put((float[]) values);
    }

    @Override
    Object get(ByteBuffer in, int count) {
      float[] values = new float[count];
      in.asFloatBuffer().get(values);
      return values;
    }
  },
  DOUBLE(double[].class, Double.BYTES) {
    @Override
    void put(Object values, ByteBuffer out) {
      out.asDoubleBuffer().put((double[]) values);
    }

    @Override
    Object get(ByteBuffer in, int count) {
      double[] values = new double[count];
      in.asDoubleBuffer().get(values);
      return values;
    }
  },
  INT(int[].class, Integer.BYTES) {
    @Override
    void put(Object values, ByteBuffer out) {
      out.asIntBuffer().put((int[]) values);
    }

    @Override
    Object get(ByteBuffer in, int count) {
      int[] values = new int[count];
      in.asIntBuffer().get(values);
      return values;
    }
  },
  LONG(long[].class, Long.BYTES) {
    @Override
    void put(Object values, ByteBuffer out) {
      out.asLongBuffer().put((long[]) values);
    }

    @Override
    Object get(ByteBuffer in, int count) {
      long[] values = new long[count];
      in.asLongBuffer().get(values);
      return values;
    }
  };

  private final Class<?> array;
  private final int bytes;

  ElementType(Class<?> array, int bytes) {
    this.array = array;
    this.bytes = bytes;
  }

  /** Copies values to the buffer's position, which stays. */
  abstract void put(Object values, ByteBuffer out);

  /** Reads values from the buffer's position, which stays. */
  abstract Object get(ByteBuffer in, int count);

  static ElementType of(Object values) {
    for (ElementType type : values()) {
      if (type.array.isInstance(values)) {
        return type;
      }
    }
    throw new CheckpointException(
        "A checkpoint cannot hold a " + values.getClass().getSimpleName() + ".");
  }

  int bytes() {
    return bytes;
  }

  int count(Object values) {
    return Array.getLength(values);
  }

  void write(Object values, ByteBuffer out) {
    put(values, out);
    out.position(out.position() + bytes * count(values));
  }

  Object read(ByteBuffer in, int count) {
    Object values = get(in, count);
    in.position(in.position() + bytes * count);
    return values;
  }
}
