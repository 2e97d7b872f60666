package eyas.bridge.ros2;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.message.CdrInput;
import eyas.bridge.message.CdrOutput;
import eyas.bridge.message.Message;
import eyas.bridge.message.MessageException;
import eyas.bridge.message.MessageType;
import eyas.bridge.message.diagnostic_msgs.DiagnosticArray;
import eyas.bridge.message.geometry_msgs.TwistStamped;
import eyas.bridge.message.nav_msgs.Odometry;
import eyas.bridge.message.px4_msgs.VehicleOdometry;
import eyas.bridge.message.rcl_interfaces.Log;
import eyas.bridge.message.sensor_msgs.CameraInfo;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.sensor_msgs.JointState;
import eyas.bridge.message.sensor_msgs.MultiEchoLaserScan;
import eyas.bridge.message.sensor_msgs.PointCloud2;
import eyas.bridge.message.std_msgs.Float64MultiArray;
import eyas.bridge.message.std_msgs.UInt8MultiArray;
import eyas.bridge.message.tf2_msgs.TFMessage;
import eyas.bridge.message.trajectory_msgs.MultiDOFJointTrajectory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever bytes come from the network, decoding ends in a message or in a reason. */
class CdrFuzzTest {
  private static final long SEED = 20261125;
  private static final int ROUNDS = 400_000;
  private static final List<MessageType<? extends Message>> TYPES =
      List.of(
          DiagnosticArray.TYPE,
          TwistStamped.TYPE,
          Odometry.TYPE,
          VehicleOdometry.TYPE,
          Log.TYPE,
          CameraInfo.TYPE,
          Image.TYPE,
          JointState.TYPE,
          MultiEchoLaserScan.TYPE,
          PointCloud2.TYPE,
          Float64MultiArray.TYPE,
          UInt8MultiArray.TYPE,
          TFMessage.TYPE,
          MultiDOFJointTrajectory.TYPE);

  @Test
  void anyBytesGiveAMessageOrAReason() {
    SplittableRandom random = new SplittableRandom(SEED);
    CdrInput in = new CdrInput();
    int read = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      MessageType<? extends Message> type = TYPES.get(random.nextInt(TYPES.size()));
      byte[] bytes = bytes(random);
      try {
        type.read(in.of(bytes, 0, bytes.length));
        read++;
      } catch (MessageException reason) {
        assertThat(reason.getMessage()).isNotBlank();
        refused++;
      } catch (RuntimeException | OutOfMemoryError fault) {
        throw new AssertionError("seed " + SEED + ", round " + round + ", " + type, fault);
      }
    }
    assertThat(read).as("messages, seed %d", SEED).isPositive();
    assertThat(refused).as("refused, seed %d", SEED).isPositive();
  }

  // random bytes, most of them small so that counts and lengths are often plausible
  private static byte[] bytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(400)];
    boolean small = random.nextInt(4) > 0;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (small && random.nextInt(8) > 0 ? 0 : random.nextInt(256));
    }
    if (bytes.length >= CdrOutput.HEADER && random.nextInt(10) > 0) {
      bytes[0] = 0;
      bytes[1] = (byte) random.nextInt(2);
    }
    return bytes;
  }

  @Test
  void aMessageThatIsCutShortIsRefused() {
    JointState whole =
        new JointState(
            new eyas.bridge.message.std_msgs.Header(0, new eyas.bridge.message.Time(1, 2), "base"),
            List.of("a", "bc"),
            new double[] {1, 2},
            new double[] {3},
            new double[] {4, 5, 6});
    CdrOutput out = new CdrOutput();
    whole.write(out);
    for (int length = 0; length < out.size(); length++) {
      int cut = length;
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> JointState.TYPE.read(new CdrInput().of(out.buffer(), 0, cut))))
          .as("cut to %d bytes", cut)
          .isInstanceOf(MessageException.class);
    }
  }
}
