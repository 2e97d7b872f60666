package eyas.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results as text. */
class TextTablesTest {
  @Test
  void mapsOfMapsAreTables() {
    Map<String, Object> policies = new LinkedHashMap<>();
    policies.put("student", Map.of("error", Map.of("median", 0.03125)));
    policies.put("pid", Map.of("error", Map.of("median", 1234.56)));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("set", "held-out");
    values.put("policies", policies);
    assertThat(TextTables.of(values))
        .containsExactly(
            "set:      held-out",
            "policies:",
            "           error.median",
            "  student  0.03125",
            "  pid      1235");
  }

  @Test
  void listsOfMapsAreTables() {
    Map<String, Object> values = Map.of("paired", List.of(Map.of("first", "student")));
    assertThat(TextTables.of(values)).containsExactly("paired:", "     first", "  1  student");
  }

  @Test
  void numbersAreShort() {
    assertThat(Numbers.plain(0.00001)).isEqualTo("1.000e-05");
    assertThat(Numbers.plain(-2.5)).isEqualTo("-2.5");
    assertThat(Numbers.plain(12000)).isEqualTo("12000");
    assertThat(Numbers.plain(Double.NaN)).isEqualTo("NaN");
    assertThat(Numbers.compact(4_321_000)).isEqualTo("4.32 M");
    assertThat(Numbers.duration(3723)).isEqualTo("1:02:03");
  }
}
