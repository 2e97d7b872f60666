package eyas.bridge.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyas.bridge.node.family.FamilyException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetpointFileTest {
  private static double[] at(SetpointFile file, double seconds) {
    double[] values = new double[8];
    file.at(seconds, values);
    return values;
  }

  @Test
  void movesEvenlyBetweenLinesAndStaysBehindTheLast() {
    SetpointFile file =
        SetpointFile.parse(
            "course", List.of("# s,e,n,u,yaw", "1,0,0,1,3", "3,4,0,2,-3 # over the seam", ""));
    assertThat(at(file, 0)).containsExactly(0, 0, 1, 0, 0, 0, 3, 1);
    double half = 3 + (Math.PI - 3);
    assertThat(at(file, 2))
        .containsExactly(new double[] {2, 0, 1.5, 2, 0, 0.5, half, 1}, within(1e-9));
    assertThat(at(file, 9)).containsExactly(4, 0, 2, 0, 0, 0, -3, 1);
  }

  @Test
  void yawMayBeLeftOut() {
    assertThat(at(SetpointFile.parse("course", List.of("0,1,2,3")), 5))
        .containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
  }

  @Test
  void saysWhichLineIsWrong() {
    for (List<String> wrong :
        List.of(
            List.of("0,1,2"),
            List.of("0,1,2,x"),
            List.of("0,1,2,NaN"),
            List.of("1,0,0,0", "1,0,0,0"),
            List.of("0,0,0,0", "1,0,0,0,0"),
            List.<String>of())) {
      assertThatThrownBy(() -> SetpointFile.parse("course", wrong))
          .as("%s", wrong)
          .isInstanceOf(FamilyException.class)
          .hasMessageContaining("line " + wrong.size());
    }
  }
}
