package eyas.sim.device;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.lwjgl.opencl.CL;
import org.lwjgl.opencl.CL10;
import org.lwjgl.opencl.CL12;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Platform;

/** Loads the OpenCL library once and turns its error codes into sentences. */
final class Cl {
  private static final String INSTALL =
      "On Debian or Ubuntu install the CPU runtime with: sudo apt-get install pocl-opencl-icd"
          + " (for a GPU, the vendor's OpenCL driver).";

  static {
    load();
  }

  private Cl() {}

  /** Forces the library to be loaded. */
  static void ensureLoaded() {
    CL.getICD();
  }

  // on Linux the runtime brings the versioned name, the development package the plain one
  private static void load() {
    Configuration.OPENCL_EXPLICIT_INIT.set(true);
    try {
      if (Platform.get() == Platform.LINUX) {
        CL.create("libOpenCL.so.1");
      } else {
        CL.create();
      }
    } catch (UnsatisfiedLinkError first) {
      loadPlain(first);
    }
  }

  private static void loadPlain(UnsatisfiedLinkError first) {
    try {
      CL.create();
    } catch (UnsatisfiedLinkError second) {
      second.addSuppressed(first);
      throw new DeviceException("No OpenCL library was found on this machine. " + INSTALL, second);
    }
  }

  static DeviceException noDevice(String detail) {
    return new DeviceException("No OpenCL device was found" + detail + ". " + INSTALL);
  }

  /**
   * Throws unless {@code code} is success; {@code subject} names the kernel or buffer and the
   * device.
   */
  static void check(int code, String call, String subject) {
    if (code != CL10.CL_SUCCESS) {
      throw new DeviceException(
          call
              + " failed for "
              + subject
              + " with "
              + name(code)
              + " ("
              + code
              + "). "
              + advice(code));
    }
  }

  private static String advice(int code) {
    return switch (code) {
      case CL10.CL_MEM_OBJECT_ALLOCATION_FAILURE,
          CL10.CL_OUT_OF_RESOURCES,
          CL10.CL_OUT_OF_HOST_MEMORY ->
          "Use fewer environments or another --device.";
      case CL10.CL_INVALID_WORK_GROUP_SIZE ->
          "The device allows smaller work-groups; report this device's name.";
      case CL10.CL_DEVICE_NOT_AVAILABLE ->
          "Choose another device with --device; ./eyas doctor lists them.";
      default -> "Run ./eyas doctor to check the driver.";
    };
  }

  /** Returns the constant's name of an error code. */
  static String name(int code) {
    return java.util.stream.Stream.of(CL10.class, CL12.class)
        .flatMap(type -> Arrays.stream(type.getFields()))
        .filter(field -> isCode(field, code))
        .map(Field::getName)
        .findFirst()
        .orElse("an unknown error");
  }

  private static boolean isCode(Field field, int code) {
    try {
      return code < 0
          && Modifier.isStatic(field.getModifiers())
          && field.getType() == int.class
          && field.getInt(null) == code;
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}
