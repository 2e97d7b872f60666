package eyas.bridge.node;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.ObservationContract;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.bridge.node.control.ControlSettings;
import eyas.bridge.safety.CommandChannel;
import java.util.List;
import java.util.Map;

/**
 * What {@code ~info} tells, as JSON.
 *
 * @param policy name
 * @param hash the seal's SHA-256
 * @param forced whether the seal was forced
 * @param family of the robot
 * @param trainingRate rate at which the policy's memory advances [Hz]
 * @param rate of the loop [Hz]
 * @param observation layout: names, sizes, units, frames, clips
 * @param action layout: names, units, ranges
 * @param limits ranges, slew limits (a huge number for none) and safe commands
 * @param parameters the private parameters that hold
 */
record InfoDocument(
    String policy,
    String hash,
    boolean forced,
    String family,
    double trainingRate,
    double rate,
    ObservationContract observation,
    ActionContract action,
    List<CommandChannel> limits,
    Map<String, Object> parameters) {

  static InfoDocument of(
      PolicyBundle bundle,
      String family,
      ControlSettings control,
      List<CommandChannel> limits,
      Map<String, Object> parameters) {
    PolicyContract contract = bundle.contract();
    return new InfoDocument(
        contract.name(),
        bundle.seal().orElseThrow().sha256(),
        bundle.seal().orElseThrow().forced(),
        family,
        1 / contract.controlPeriod(),
        1 / control.period(),
        contract.observation(),
        contract.action(),
        limits,
        parameters);
  }
}
