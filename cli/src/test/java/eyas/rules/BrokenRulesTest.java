package eyas.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows that each rule finds the classes under {@code eyas.rules.bad}, which break it. */
class BrokenRulesTest {
  private static final ModuleRules RULES = new ModuleRules("eyas.rules.bad");
  private static final JavaClasses BAD = new ClassFileImporter().importPackages("eyas.rules.bad");

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(BAD).getFailureReport().getDetails();
  }

  @Test
  void findsAnArrowThatPointsBack() {
    assertThat(violations(RULES.nothingPointsBack("assets")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("PointsBack"));
    assertThat(violations(RULES.nothingPointsBack("bridge")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("UsesSimulator"));
    assertThat(violations(RULES.nothingPointsBack("sim"))).isEmpty();
  }

  @Test
  void findsOpenClOnASmallComputer() {
    assertThat(violations(RULES.smallComputersNeedNoSimulator()))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("NeedsOpenCl"));
  }

  @Test
  void findsDdsOutsideOfItsModule() {
    assertThat(violations(RULES.linksStayInTheirModules()))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("NeedsDds").contains("Guid"));
    assertThat(violations(RULES.theBridgeDoesWithout("ros2")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("NeedsDds").contains("BadDds"));
    assertThat(violations(RULES.theBridgeDoesWithout("mavlink"))).isEmpty();
  }

  @Test
  void findsACycleOfPackages() {
    assertThat(violations(RULES.packagesHaveNoCycles()))
        .anySatisfy(line -> assertThat(line).contains("sim.engine").contains("sim.task"));
  }

  @Test
  void findsEachClockAndUnseededGeneratorAndNothingElse() {
    assertThat(violations(RULES.resultsDependOnSeedsOnly()))
        .extracting(line -> line.replaceAll(".*Unseeded\\.(\\w+)\\(.*", "$1"))
        .containsExactlyInAnyOrder(
            "clock", "mathRandom", "newRandom", "newSplittable", "threadLocal", "shuffled");
  }

  @Test
  void findsProductsWithNumbersAndNothingElse() {
    assertThat(violations(RULES.numbersAreScaledSafely()))
        .extracting(line -> line.replaceAll(".*Unscaled\\.(\\w+)\\(.*", "$1"))
        .containsExactlyInAnyOrder("doubled", "halved", "atLeastZero");
  }

  @Test
  void findsArraysInJavaMemoryAndNothingElse() {
    assertThat(violations(RULES.javaMemoryIsCopied()))
        .extracting(line -> line.replaceAll(".*Unscaled\\.(\\w+)\\(.*", "$1"))
        .containsExactly("borrowed");
  }

  @Test
  void findsNamesThatSayNothing() {
    assertThat(violations(RULES.namesSaySomething()))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("PolicyManager"))
        .anySatisfy(line -> assertThat(line).contains("MathUtils"));
  }
}
