package eyas.bridge.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.SetAttitudeTarget;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames against a decoder of the test's own and against dronefleet's. */
class FrameWriterTest {
  private final FrameWriter writer = new FrameWriter(1, 191);

  private static byte[] bytes(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  private static Object dronefleet(byte[] bytes) throws IOException {
    MavlinkMessage<?> message =
        MavlinkConnection.create(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream())
            .next();
    assertThat(message.getOriginSystemId()).isEqualTo(1);
    assertThat(message.getOriginComponentId()).isEqualTo(191);
    return message.getPayload();
  }

  @Test
  void ratesAndThrustLieWhereTheSpecificationSays() throws IOException {
    byte[] bytes = bytes(writer.attitudeTarget(3, 4, 123_456, 0.5f, -0.25f, 2, 0.75f));
    Frames.Frame frame = Frames.read(bytes, bytes.length, 49).orElseThrow();
    assertThat(List.of(frame.message(), frame.system(), frame.component()))
        .containsExactly(82, 1, 191);
    ByteBuffer payload = frame.payload();
    assertThat(payload.getInt(0)).isEqualTo(123_456);
    assertThat(payload.getFloat(4)).isEqualTo(1);
    assertThat(payload.getFloat(20)).isEqualTo(0.5f);
    assertThat(payload.getFloat(24)).isEqualTo(-0.25f);
    assertThat(payload.getFloat(28)).isEqualTo(2);
    assertThat(payload.getFloat(32)).isEqualTo(0.75f);
    assertThat(payload.get(36)).isEqualTo((byte) 3);
    assertThat(payload.get(37)).isEqualTo((byte) 4);
    assertThat(payload.get(38)).as("only the attitude is ignored").isEqualTo((byte) 128);
    SetAttitudeTarget same = (SetAttitudeTarget) dronefleet(bytes);
    assertThat(same.bodyPitchRate()).isEqualTo(-0.25f);
    assertThat(same.thrust()).isEqualTo(0.75f);
    assertThat(same.typeMask().value()).isEqualTo(128);
    assertThat(same.targetComponent()).isEqualTo(4);
  }

  @Test
  void heartbeatsAndRequestsAreUnderstood() throws IOException {
    byte[] alive = bytes(writer.heartbeat());
    assertThat(Frames.read(alive, alive.length, 50)).isPresent();
    Heartbeat heartbeat = (Heartbeat) dronefleet(alive);
    assertThat(heartbeat.type().entry()).isEqualTo(MavType.MAV_TYPE_ONBOARD_CONTROLLER);
    byte[] request = bytes(writer.messageInterval(1, 1, 331, 10_000));
    Frames.Frame frame = Frames.read(request, request.length, 152).orElseThrow();
    assertThat(frame.sequence()).as("frames are counted").isEqualTo(1);
    CommandLong command = (CommandLong) dronefleet(request);
    assertThat(command.command().value()).isEqualTo(511);
    assertThat(command.param1()).isEqualTo(331);
    assertThat(command.param2()).isEqualTo(10_000);
  }

  @Test
  void noFlippedBitPasses() {
    byte[] bytes = bytes(writer.attitudeTarget(1, 1, 7, 1, 2, 3, 0.5f));
    for (int bit = 8; bit < 8 * bytes.length; bit++) {
      byte[] wrong = bytes.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Frames.read(wrong, wrong.length, 49)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void zerosAtTheEndAreNotSent() throws IOException {
    byte[] bytes = bytes(writer.messageInterval(0, 0, 0, 0));
    assertThat(bytes.length).isLessThan(12 + 33);
    assertThat(((CommandLong) dronefleet(bytes)).command().value()).isEqualTo(511);
  }
}
