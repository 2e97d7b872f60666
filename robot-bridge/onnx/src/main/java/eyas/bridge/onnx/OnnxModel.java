package eyas.bridge.onnx;

import eyas.assets.config.ConfigWriter;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.PolicyContract;
import eyas.assets.policy.Seal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bundle as the bytes of an ONNX file, with its contract as metadata. */
final class OnnxModel {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private OnnxModel() {}

  /** Returns the content of the file. */
  static byte[] of(PolicyBundle bundle) {
    ProtoMessage model =
        new ProtoMessage()
            .number(1, IR_VERSION)
            .text(2, "Eyas")
            .text(6, "Policy " + bundle.contract().name())
            .message(7, PolicyGraph.of(bundle))
            .message(8, new ProtoMessage().text(1, "").number(2, OPSET));
    metadata(bundle)
        .forEach((key, value) -> model.message(14, new ProtoMessage().text(1, key).text(2, value)));
    return model.bytes();
  }

  /** What a program can read of the policy without Eyas. */
  static Map<String, String> metadata(PolicyBundle bundle) {
    PolicyContract contract = bundle.contract();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("eyas.policy", contract.name());
    values.put("eyas.seal", bundle.seal().map(Seal::sha256).orElse("none"));
    values.put("eyas.seal-forced", String.valueOf(bundle.seal().map(Seal::forced).orElse(false)));
    values.put("eyas.control-period", String.valueOf(contract.controlPeriod()));
    values.put("eyas.licence", contract.licence().name());
    values.put("eyas.licence-notice", contract.licence().notice());
    // golden vectors stay in the bundle
    PolicyContract rest = contract.withGolden(List.of(), contract.tolerance());
    values.put("eyas.contract", ConfigWriter.json(rest));
    return values;
  }
}
