package eyas.bridge.onboard.source;

import eyas.assets.policy.ActionMapping;
import eyas.assets.policy.PolicyContract;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs that feed the generated code on known flight stacks, each with a deadman of 200 ms. Only
 * policies with the quadrotor's onboard observation have them.
 */
final class Glue {
  private static final List<String> MOTORS =
      List.of("plain_loop.c", "px4_module.cpp", "crazyflie_controller.c", "betaflight.c");
  private static final List<String> RATES = List.of("plain_loop.c", "px4_module.cpp");

  private static final String MOTORS_NOTE =
      " * Its outputs are rotor speeds as parts of the highest: set THR_MDL_FAC to 0, so that PX4 does"
          + " not\n * bend them.";
  private static final String RATES_NOTE =
      " * Its outputs are setpoints of PX4's own rate controller, which must keep running.";

  private Glue() {}

  /** Returns the files by their path; none for a policy that no stack here can feed. */
  static Map<String, String> files(PolicyContract contract, Map<String, String> values) {
    Map<String, String> files = new LinkedHashMap<>();
    ActionMapping mapping = contract.action().mapping();
    boolean rates = mapping == ActionMapping.RATES;
    if (!new ContractText(contract).observes() || !(rates || mapping == ActionMapping.MOTORS)) {
      return files;
    }
    Map<String, String> all = new HashMap<>(values);
    all.put("px4-note", rates ? RATES_NOTE : MOTORS_NOTE);
    all.put("px4-topic", rates ? "vehicle_rates_setpoint" : "actuator_motors");
    String publish = rates ? "glue/px4_rates.template" : "glue/px4_motors.template";
    all.put("px4-publish", Template.fill(publish, all).stripTrailing());
    for (String name : rates ? RATES : MOTORS) {
      files.put("glue/" + name, Template.fill("glue/" + name + ".template", all));
    }
    return files;
  }
}
