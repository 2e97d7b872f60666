package eyas.bridge.onboard.toolchain;

import eyas.bridge.onboard.source.CSources;
import eyas.bridge.onboard.source.EncodedPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated code passes the strictest settings of several compilers; a failure shows their text.
 */
class StrictCompilersTest {
  private static final List<String> STRICT =
      List.of(
          "-Wall",
          "-Wextra",
          "-Wpedantic",
          "-Wconversion",
          "-Wdouble-promotion",
          "-Wshadow",
          "-Wvla",
          "-Werror");

  private static final List<String> SANITIZERS =
      List.of("-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");

  @ParameterizedTest
  @MethodSource("eyas.bridge.onboard.toolchain.ShippedPolicies#names")
  void compilesWithoutAWarning(String name) {
    compiles(CSources.of(ShippedPolicies.load(name)));
  }

  @Test
  void encodersCompileWithoutAWarning() {
    EncodedPolicy.bundles(1).values().forEach(bundle -> compiles(CSources.of(bundle)));
  }

  private static void compiles(CSources sources) {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(sources.files());
      for (String compiler : List.of("gcc", "clang")) {
        compile(scratch, compiler, List.of("-std=c99", "-O2", "-c", "policy.c"));
        compile(scratch, compiler, List.of("-std=c99", "-O3", "-U__SSE__", "-c", "policy.c"));
      }
      compile(scratch, "g++", List.of("-std=c++17", "-O2", "-x", "c++", "-c", "policy.c"));
    }
  }

  @ParameterizedTest
  @MethodSource("eyas.bridge.onboard.toolchain.ShippedPolicies#names")
  void cppcheckFindsNothing(String name) {
    cppchecked(CSources.of(ShippedPolicies.load(name)));
  }

  @Test
  void cppcheckFindsNothingInEncoders() {
    EncodedPolicy.bundles(1).values().forEach(bundle -> cppchecked(CSources.of(bundle)));
  }

  private static void cppchecked(CSources sources) {
    Tool cppcheck = Needed.tool("cppcheck");
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(sources.files());
      cppcheck.run(
          scratch.path(),
          List.of(
              "--enable=all",
              "--inconclusive",
              "--std=c99",
              "--suppress=missingIncludeSystem",
              "--suppress=unusedFunction",
              "--error-exitcode=1",
              "-q",
              "policy.c"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc", "clang"})
  void sanitizersFindNothing(String compiler) {
    CSources sources = CSources.of(ShippedPolicies.load("student-raptor"));
    for (List<String> more : List.of(List.<String>of(), List.of("-U__SSE__"))) {
      try (ScratchFolder scratch = ScratchFolder.create()) {
        scratch.write(sources.files());
        scratch.write("behaviour.c", TestFiles.text("behaviour.c"));
        List<String> arguments = new ArrayList<>(List.of("-std=c99", "-o", "program"));
        arguments.addAll(SANITIZERS);
        arguments.addAll(more);
        arguments.addAll(List.of("behaviour.c", "policy.c", "-lm"));
        Needed.sanitizing(compiler, SANITIZERS).run(scratch.path(), arguments);
        new Tool(scratch.path().resolve("program")).run(scratch.path(), List.of());
      }
    }
  }

  @Test
  void sanitizersFindNothingInLongReplays() {
    var bundle = ShippedPolicies.load("student");
    HostReplay replay =
        new HostReplay(
            Needed.tool("gcc"),
            List.of(
                "-std=c99",
                "-O1",
                "-g",
                "-fsanitize=address,undefined",
                "-fno-sanitize-recover=all"));
    replay.compare(bundle, CSources.of(bundle), 500, 5).require("student", "code");
  }

  @Test
  void theDeadmanOfThePlainLoopActs() {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      scratch.write(CSources.of(ShippedPolicies.load("student-raptor")).files());
      scratch.write("plain_loop_test.c", TestFiles.text("plain_loop_test.c"));
      compile(
          scratch,
          "gcc",
          List.of(
              "-std=c99",
              "-O2",
              "plain_loop_test.c",
              "glue/plain_loop.c",
              "policy.c",
              "-o",
              "program"));
      new Tool(scratch.path().resolve("program")).run(scratch.path(), List.of());
    }
  }

  @Test
  void glueCompilesAgainstTheInterfacesItUses() {
    for (String name : List.of("student-raptor", "student-rates")) {
      try (ScratchFolder scratch = ScratchFolder.create()) {
        CSources sources = CSources.of(ShippedPolicies.load(name));
        scratch.write(sources.files());
        scratch.write(stubs());
        for (String file : sources.files().keySet()) {
          if (file.endsWith(".cpp")) {
            compile(scratch, "g++", List.of("-std=c++17", "-Istubs", "-c", file));
          } else if (file.startsWith("glue/")) {
            compile(scratch, "gcc", List.of("-std=c99", "-Istubs", "-c", file));
          }
        }
      }
    }
  }

  private static Map<String, String> stubs() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("stubs/stub_crazyflie.h", TestFiles.text("stubs/crazyflie.h"));
    files.put("stubs/stub_betaflight.h", TestFiles.text("stubs/betaflight.h"));
    files.put("stubs/stub_px4.h", TestFiles.text("stubs/px4.h"));
    List.of("controller.h", "stabilizer_types.h")
        .forEach(name -> files.put("stubs/" + name, "#include \"stub_crazyflie.h\"\n"));
    List.of("common/time.h", "fc/runtime_config.h")
        .forEach(name -> files.put("stubs/" + name, "#include \"stub_betaflight.h\"\n"));
    List.of(
            "drivers/drv_hrt.h",
            "px4_platform_common/module.h",
            "px4_platform_common/px4_work_queue/ScheduledWorkItem.hpp",
            "uORB/Publication.hpp",
            "uORB/Subscription.hpp",
            "uORB/SubscriptionCallback.hpp",
            "uORB/topics/actuator_motors.h",
            "uORB/topics/vehicle_rates_setpoint.h",
            "uORB/topics/trajectory_setpoint.h",
            "uORB/topics/vehicle_angular_velocity.h",
            "uORB/topics/vehicle_attitude.h",
            "uORB/topics/vehicle_control_mode.h",
            "uORB/topics/vehicle_local_position.h")
        .forEach(name -> files.put("stubs/" + name, "#include \"stub_px4.h\"\n"));
    return files;
  }

  private static void compile(ScratchFolder scratch, String compiler, List<String> arguments) {
    List<String> all = new ArrayList<>(STRICT);
    all.addAll(arguments);
    Needed.tool(compiler).run(scratch.path(), all);
  }
}
