package eyas.sim.device;

import static org.lwjgl.opencl.CL10.CL_PROGRAM_BUILD_LOG;
import static org.lwjgl.opencl.CL10.CL_SUCCESS;
import static org.lwjgl.opencl.CL10.clBuildProgram;
import static org.lwjgl.opencl.CL10.clCreateKernel;
import static org.lwjgl.opencl.CL10.clCreateProgramWithSource;
import static org.lwjgl.opencl.CL10.clGetProgramBuildInfo;
import static org.lwjgl.opencl.CL10.clReleaseKernel;
import static org.lwjgl.opencl.CL10.clReleaseProgram;
import static org.lwjgl.system.MemoryStack.stackPush;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A built program; its kernels live as long as it does. */
public final class KernelProgram {
  // division must be exact for lane identity; no fast-math flag, it folds NaN checks away
  private static final String OPTIONS = "-cl-std=CL1.2 -cl-mad-enable -w";

  private final ComputeDevice device;
  private final String name;
  private final long handle;
  private final String registration;
  private final List<Long> kernels = new ArrayList<>();

  private KernelProgram(ComputeDevice device, String name, long handle) {
    this.device = device;
    this.name = name;
    this.handle = handle;
    this.registration = device.register("program " + name);
  }

  static KernelProgram build(ComputeDevice device, KernelSource source) {
    String subject = "program " + source.name() + " on " + device.info().name();
    try (MemoryStack stack = stackPush()) {
      var error = stack.mallocInt(1);
      long handle = clCreateProgramWithSource(device.context(), source.text(), error);
      Cl.check(error.get(0), "clCreateProgramWithSource", subject);
      int[] result = new int[1];
      DeepStack.run(() -> result[0] = clBuildProgram(handle, device.device(), OPTIONS, null, 0));
      if (result[0] != CL_SUCCESS) {
        String log = log(handle, device.device());
        clReleaseProgram(handle);
        throw new DeviceException("Building " + subject + " failed. The compiler says:\n" + log);
      }
      return new KernelProgram(device, source.name(), handle);
    }
  }

  private static String log(long program, long device) {
    try (MemoryStack stack = stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, (ByteBuffer) null, size);
      ByteBuffer text = MemoryUtil.memCalloc((int) Math.max(1, size.get(0)));
      clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, text, null);
      String log = MemoryUtil.memUTF8(text).trim();
      MemoryUtil.memFree(text);
      return log;
    }
  }

  /** Returns a kernel of this program by its name. */
  public Kernel kernel(String kernelName) {
    String subject = kernelName + " of program " + name + " on " + device.info().name();
    try (MemoryStack stack = stackPush()) {
      var error = stack.mallocInt(1);
      long kernel = clCreateKernel(handle, kernelName, error);
      Cl.check(error.get(0), "clCreateKernel", subject);
      kernels.add(kernel);
      return new Kernel(device, kernel, subject);
    }
  }

  void release() {
    kernels.forEach(kernel -> clReleaseKernel(kernel));
    clReleaseProgram(handle);
    device.release(registration);
  }
}
