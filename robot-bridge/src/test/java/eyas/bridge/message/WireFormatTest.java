package eyas.bridge.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.bridge.message.geometry_msgs.Quaternion;
import eyas.bridge.message.geometry_msgs.Vector3;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.std_msgs.Header;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireFormatTest {
  private static final Header HEADER = new Header(7, new Time(3, 4), "base");

  @Test
  void packsWithoutAlignment() {
    PackedOutput out = new PackedOutput();
    HEADER.write(out);
    out.int8((byte) 5);
    out.float64(1);
    assertThat(HexFormat.of().formatHex(out.toBytes()))
        .isEqualTo(
            "07000000"
                + "03000000"
                + "04000000"
                + "04000000"
                + "62617365"
                + "05"
                + "000000000000f03f");
  }

  @Test
  void alignsInCdrAndLeavesOutTheSequenceNumber() {
    CdrOutput out = new CdrOutput();
    HEADER.write(out);
    out.float64(1);
    assertThat(HexFormat.of().formatHex(out.toBytes()))
        .isEqualTo(
            "00010000"
                + "03000000"
                + "04000000"
                + "05000000"
                + "6261736500"
                + "000000"
                + "00000000"
                + "000000000000f03f");
  }

  @Test
  void readsBackWhatItWrote() {
    JointState sent =
        new JointState(
            HEADER, List.of("a", "gelenk-ä"), new double[] {1, 2}, new double[0], new double[] {3});
    PackedOutput packed = new PackedOutput();
    sent.write(packed);
    PackedInput unpacked = new PackedInput().of(packed.buffer(), 0, packed.size());
    assertThat(JointState.TYPE.read(unpacked)).isEqualTo(sent);
    assertThat(unpacked.remaining()).isZero();

    CdrOutput cdr = new CdrOutput();
    sent.write(cdr);
    CdrInput input = new CdrInput().of(cdr.buffer(), 0, cdr.size());
    assertThat(JointState.TYPE.read(input).position()).isEqualTo(sent.position());
    assertThat(input.remaining()).isZero();
  }

  @Test
  void comparesTextsWithoutReadingThem() {
    PackedOutput out = new PackedOutput();
    out.string("odom");
    out.string("odo");
    PackedInput in = new PackedInput().of(out.buffer(), 0, out.size());
    assertThat(in.stringEquals("odom")).isTrue();
    assertThat(in.stringEquals("odom")).isFalse();
  }

  @Test
  void saysWhereAMessageEnds() {
    PackedOutput out = new PackedOutput();
    new AttitudeTarget(HEADER, (byte) 128, new Quaternion(0, 0, 0, 1), new Vector3(1, 2, 3), 0.5f)
        .write(out);
    PackedInput in = new PackedInput().of(out.buffer(), 0, out.size() - 1);
    assertThatThrownBy(() -> AttitudeTarget.TYPE.read(in))
        .isInstanceOf(MessageException.class)
        .hasMessageContaining("ends too early");
  }

  @Test
  void refusesCountsThatCannotBeTrue() {
    PackedOutput out = new PackedOutput();
    HEADER.write(out);
    out.length(Integer.MAX_VALUE);
    PackedInput in = new PackedInput().of(out.buffer(), 0, out.size());
    assertThatThrownBy(() -> JointState.TYPE.read(in))
        .isInstanceOf(MessageException.class)
        .hasMessageContaining("count 2147483647");
  }
}
