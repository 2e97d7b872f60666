package eyas.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the project's own classes to the module rules. */
class ModuleRulesTest {
  private static final ModuleRules RULES = new ModuleRules("eyas");
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("eyas");
  }

  @ParameterizedTest
  @MethodSource("eyas.rules.ModuleRules#modules")
  void nothingPointsBack(String module) {
    RULES.nothingPointsBack(module).check(classes);
  }

  @Test
  void smallComputersNeedNoSimulator() {
    RULES.smallComputersNeedNoSimulator().check(classes);
  }

  @Test
  void onlyTheExporterKnowsOnnxRuntime() {
    RULES.onlyTheExporterKnowsOnnxRuntime().check(classes);
  }

  @Test
  void linksStayInTheirModules() {
    RULES.linksStayInTheirModules().check(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ros2", "mavlink"})
  void theBridgeDoesWithout(String option) {
    RULES.theBridgeDoesWithout(option).check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    RULES.packagesHaveNoCycles().check(classes);
  }

  @Test
  void resultsDependOnSeedsOnly() {
    RULES.resultsDependOnSeedsOnly().check(classes);
  }

  @Test
  void numbersAreScaledSafely() {
    RULES.numbersAreScaledSafely().check(classes);
  }

  @Test
  void javaMemoryIsCopied() {
    RULES.javaMemoryIsCopied().check(classes);
  }

  @Test
  void namesSaySomething() {
    RULES.namesSaySomething().check(classes);
  }
}
