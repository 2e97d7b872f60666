package eyas.bridge.message;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.message.mavros_msgs.ActuatorControl;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.mavros_msgs.PositionTarget;
import eyas.bridge.message.mavros_msgs.State;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.message.sensor_msgs.Imu;
import eyas.bridge.message.std_msgs.Float32MultiArray;
import eyas.bridge.message.std_srvs.SetBool;
import eyas.bridge.message.trajectory_msgs.JointTrajectory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checksums that other implementations publish in their headers. */
class PublishedChecksumTest {
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(Twist.TYPE.md5(), "9f195f881246fdfa2798d1d3eebca84a"),
        Arguments.of(Imu.TYPE.md5(), "6a62c6daae103f4ff57a132d6f95cec2"),
        Arguments.of(Image.TYPE.md5(), "060021388200f6f0f447d0fcd9c64743"),
        Arguments.of(JointTrajectory.TYPE.md5(), "65b4f94a94d1ed67169da35a02f33d3f"),
        Arguments.of(Float32MultiArray.TYPE.md5(), "6a40e0ffa6a17a503ac3f8616991b1f6"),
        Arguments.of(AttitudeTarget.TYPE.md5(), "456f3af666b22ccd0222ea053a86b548"),
        Arguments.of(ActuatorControl.TYPE.md5(), "9eea0a80c88944fe2fb67f3b3768854b"),
        Arguments.of(PositionTarget.TYPE.md5(), "dedb0081aaf8cb20209737746bb49117"),
        Arguments.of(State.TYPE.md5(), "65cd0a9fff993b062b91e354554ec7e9"),
        Arguments.of(SetBool.SERVICE.md5(), "09fb03525b03e7ea1fd3992bafd87e16"));
  }

  @ParameterizedTest
  @MethodSource("published")
  void equalsThePublishedOne(String computed, String published) {
    assertThat(computed).isEqualTo(published);
  }
}
