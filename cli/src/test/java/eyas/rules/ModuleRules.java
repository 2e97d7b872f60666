package eyas.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The rules that keep the modules apart, for the packages under one root. The root is a parameter
 * so that each rule can be tried on classes that break it.
 *
 * @param root the package above {@code assets}, {@code sim} and the others
 */
record ModuleRules(String root) {
  private static final List<String> MODULES =
      List.of("assets", "sim", "policies", "distill", "bridge", "cli");

  /** Module to the modules it may use, besides itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "assets", List.of(),
          "sim", List.of("assets"),
          "policies", List.of("assets", "sim"),
          "distill", List.of("assets", "sim", "policies"),
          "bridge", List.of("assets"),
          "cli", List.of("assets", "sim", "policies", "distill", "bridge"));

  private static final Pattern VAGUE_NAME = Pattern.compile(".*(Manager|Helper|Utils?)");
  private static final Set<String> PRODUCTS =
      Set.of("mul", "muli", "div", "divi", "pow", "powi", "minimum", "maximum");
  private static final Set<String> GENERATORS =
      Set.of(Random.class.getName(), SplittableRandom.class.getName());

  /** The modules, by the name of their package. */
  static List<String> modules() {
    return MODULES;
  }

  /** A module uses only itself and the modules before it. */
  ArchRule nothingPointsBack(String module) {
    String[] others =
        MODULES.stream()
            .filter(other -> !other.equals(module) && !MAY_USE.get(module).contains(other))
            .map(this::packagesOf)
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(packagesOf(module)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("arrows between modules never point back")
        .allowEmptyShould(true);
  }

  /** Assets and bridge run on a robot's small computer: no OpenCL, no PyTorch, no JBullet. */
  ArchRule smallComputersNeedNoSimulator() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("assets"), packagesOf("bridge"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.lwjgl..", "ai.djl..", "com.bulletphysics..")
        .because("a robot's computer has neither OpenCL nor PyTorch nor JBullet")
        .allowEmptyShould(true);
  }

  /** A robot's computer has no ONNX Runtime; only the exporter knows it. */
  ArchRule onlyTheExporterKnowsOnnxRuntime() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".bridge.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .because("ONNX Runtime is needed only where one exports")
        .allowEmptyShould(true);
  }

  /** What runs on every robot does without DDS and MAVLink; each has a module of its own. */
  ArchRule linksStayInTheirModules() {
    return noClasses()
        .that(
            resideInAPackage(root + "..")
                .and(not(resideInAPackage(root + ".bridge.ros2..")))
                .and(not(resideInAPackage(root + ".bridge.mavlink.."))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("us.ihmc..", "com.eprosima..", "io.dronefleet..")
        .because("the slim archive for robots holds neither DDS nor MAVLink")
        .allowEmptyShould(true);
  }

  /** The rest of the bridge does not know an optional part of it. */
  ArchRule theBridgeDoesWithout(String option) {
    String packages = root + ".bridge." + option + "..";
    return noClasses()
        .that(resideInAPackage(packagesOf("bridge")).and(not(resideInAPackage(packages))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages)
        .because(option + " is a module of its own, which a robot need not have")
        .allowEmptyShould(true);
  }

  /** No two packages use each other, not even through others; one exception is written out. */
  ArchRule packagesHaveNoCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        // a bundle hands out the inference that runs it and is checked by it: one room of two
        .ignoreDependency(
            resideInAPackage(root + ".assets.policy"),
            resideInAPackage(root + ".assets.policy.inference"))
        .allowEmptyShould(true);
  }

  /** Results depend on seeds only, never on the time of day or a generator that seeds itself. */
  ArchRule resultsDependOnSeedsOnly() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOf("sim"), packagesOf("policies"), packagesOf("distill"))
        .should()
        .accessTargetWhere(describe("a clock or an unseeded generator", ModuleRules::isUnseeded))
        .because("the same seed must give the same run; take a seed or eyas.sim's Philox")
        .allowEmptyShould(true);
  }

  /** Gradients must not read memory that Java may have given away: see Scaled. */
  ArchRule numbersAreScaledSafely() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .accessTargetWhere(describe("a product of an array and a number", ModuleRules::isProduct))
        .because("DJL frees the number before the backward pass; take Scaled.by")
        .allowEmptyShould(true);
  }

  /** Arrays that point into Java's memory are copied before anything is computed with them. */
  ArchRule javaMemoryIsCopied() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .and()
        .doNotHaveFullyQualifiedName(root + ".policies.network.TensorCopy")
        .and()
        .doNotHaveFullyQualifiedName(root + ".policies.network.Scaled")
        .should()
        .accessTargetWhere(describe("an array in Java's memory", ModuleRules::borrowsMemory))
        .because("the memory may be given away before the backward pass; take TensorCopy.create")
        .allowEmptyShould(true);
  }

  /** A name says what a class is. */
  ArchRule namesSaySomething() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should(be(describe("named *Manager, *Helper or *Util(s)", ModuleRules::isVague)))
        .because("such a name says nothing; name the thing that the class is")
        .allowEmptyShould(true);
  }

  private static boolean isProduct(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().equals("ai.djl.ndarray")
        && PRODUCTS.contains(access.getName())
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Number.class));
  }

  private static boolean borrowsMemory(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo("ai.djl.ndarray.NDManager")
        && access.getName().equals("create")
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream().anyMatch(ModuleRules::isData);
  }

  // create(shape) and create(shape, type) take no data
  private static boolean isData(JavaClass type) {
    return !type.getPackageName().equals("ai.djl.ndarray.types");
  }

  private static boolean isVague(JavaClass type) {
    return VAGUE_NAME.matcher(type.getSimpleName()).matches();
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    return switch (access.getName()) {
      case "currentTimeMillis" -> owner.equals(System.class.getName());
      case "random" ->
          owner.equals(Math.class.getName()) || owner.equals(StrictMath.class.getName());
      case "current" -> owner.equals(ThreadLocalRandom.class.getName());
      case "shuffle" -> owner.equals(Collections.class.getName()) && hasParameters(access, 1);
      case JavaConstructor.CONSTRUCTOR_NAME ->
          GENERATORS.contains(owner) && hasParameters(access, 0);
      default -> false;
    };
  }

  private static boolean hasParameters(JavaAccess<?> access, int count) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().size() == count;
  }

  private String packagesOf(String module) {
    return root + "." + module + "..";
  }
}
