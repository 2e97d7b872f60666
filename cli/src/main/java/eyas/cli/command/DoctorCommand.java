package eyas.cli.command;

import eyas.cli.run.Console;
import eyas.cli.run.SpeedProbe;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.DeviceException;
import eyas.sim.device.DeviceInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;

/** {@code eyas doctor}: what is found, how fast it is, what is missing and how to get it. */
@Command(name = "doctor", description = "show devices, their speed, and what is missing")
public final class DoctorCommand extends EyasCommand {
  private static final int NO_DEVICE = 4;
  private static final double SECONDS = 2;
  private static final double GIBIBYTE = 1L << 30;
  private static final String INSTALL =
      "No OpenCL device was found. On Debian or Ubuntu: sudo apt-get install pocl-opencl-icd"
          + " ocl-icd-libopencl1; or install the driver of your GPU's maker.";

  /** Creates the command for picocli. */
  public DoctorCommand() {}

  @Override
  protected int run(Console console) {
    List<String> missing = new ArrayList<>();
    List<DeviceInfo> devices = devices(missing);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
    values.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    values.put("processors", Runtime.getRuntime().availableProcessors());
    values.put("javaMemoryGiB", Runtime.getRuntime().maxMemory() / GIBIBYTE);
    values.put("devices", describe(devices));
    devices.stream().findFirst().ifPresent(device -> measure(device, values, missing));
    values.put("missing", missing);
    console.result(values);
    return devices.isEmpty() ? NO_DEVICE : DONE;
  }

  private static List<DeviceInfo> devices(List<String> missing) {
    try {
      List<DeviceInfo> devices = ComputeDevice.list();
      if (devices.isEmpty()) {
        missing.add(INSTALL);
      }
      return devices;
    } catch (DeviceException failure) {
      missing.add(failure.getMessage());
      return List.of();
    }
  }

  private static Map<String, Object> describe(List<DeviceInfo> devices) {
    Map<String, Object> table = new LinkedHashMap<>();
    for (DeviceInfo device : devices) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("kind", device.kind().name().toLowerCase(Locale.ROOT));
      row.put("name", device.name());
      row.put("platform", device.platform());
      row.put("computeUnits", device.computeUnits());
      row.put("memoryGiB", device.memory() / GIBIBYTE);
      row.put("lanes", device.nativeLanes().width());
      table.put(String.valueOf(device.index()), row);
    }
    return table;
  }

  private void measure(DeviceInfo first, Map<String, Object> values, List<String> missing) {
    Optional<SpeedProbe> probe = ServiceLoader.load(SpeedProbe.class).findFirst();
    if (probe.isEmpty()) {
      missing.add("No speed probe is on the class path, so no speed is shown.");
      return;
    }
    try {
      SpeedProbe.Speed speed = probe.get().measure(first, SECONDS);
      values.put("speed", Map.of("what", speed.what(), "perSecond", speed.perSecond()));
    } catch (DeviceException failure) {
      missing.add(failure.getMessage());
    }
  }
}
