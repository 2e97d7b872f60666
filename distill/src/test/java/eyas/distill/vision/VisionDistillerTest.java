package eyas.distill.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.policy.Activation;
import eyas.assets.policy.EncodedNetworks;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.NetworkSpec;
import eyas.assets.policy.Normaliser;
import eyas.assets.policy.PointEncoder;
import eyas.assets.policy.Tensor;
import eyas.assets.policy.inference.NetworkInference;
import eyas.distill.DistillException;
import eyas.policies.learner.IterationReport;
import eyas.policies.learner.LearnerException;
import eyas.policies.network.NetworkWeights;
import eyas.policies.ppo.PpoConfig;
import eyas.policies.ppo.PpoLearner;
import eyas.policies.ppo.PpoSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A teacher learns by PPO from points; students learn from it by images. */
class VisionDistillerTest {
  private static final long SEED = 7;
  private static final int ENVIRONMENTS = 64;
  private static final PointEncoder POINTS =
      new PointEncoder(
          List.of(4, 4, 4),
          List.of(16, 16),
          Activation.RELU,
          Optional.of((double) GoalWorld.UNSEEN));
  private static final NetworkSpec TEACHER =
      EncodedNetworks.memoryless(
          POINTS.layer(2), List.of(32, 32), Activation.TANH, 2, Activation.TANH);
  private static final ImageEncoder IMAGES =
      new ImageEncoder(
          2,
          GoalWorld.PIXELS,
          GoalWorld.PIXELS,
          List.of(new ImageEncoder.Filters(8, 4, 2), new ImageEncoder.Filters(8, 3, 1)),
          16,
          Activation.RELU);

  private static double firstReturn;
  private static double lastReturn;
  private static VisionTeacher teacher;

  private static PpoConfig config(boolean normalise) {
    return new PpoConfig(
        new PpoConfig.Networks(
            "keypoints",
            "critic",
            List.of(),
            List.of(),
            Activation.TANH,
            Activation.TANH,
            0.5,
            normalise),
        new PpoConfig.Rollout(12, 0.9, 0.95, 200),
        new PpoConfig.Update(5, 768, 2e-3, 0.02, 0.2, true, 1, 0.0, 1, true));
  }

  private static PpoSpecs specs() {
    return new PpoSpecs(
        TEACHER, PpoSpecs.dense(2, List.of(32, 32), Activation.TANH, 1, Activation.IDENTITY));
  }

  @BeforeAll
  static void train() {
    GoalWorld world = new GoalWorld(256);
    world.reset(SEED);
    try (PpoLearner learner = new PpoLearner(world, config(false), specs(), SEED, 1)) {
      for (int i = 0; i < 60; i++) {
        IterationReport report = learner.iterate();
        lastReturn = report.metrics().getOrDefault("mean-return", Double.NaN);
        firstReturn = i == 3 ? lastReturn : firstReturn;
      }
      teacher =
          new VisionTeacher("keypoints", learner.current(), Normaliser.identity(TEACHER.inputs()));
    }
  }

  @AfterAll
  static void close() {
    teacher.close();
  }

  @Test
  void pointNetworkLearnsByPpo() {
    // untrained points stay about 1 m away for 24 steps; the best possible is about -4
    assertThat(firstReturn).as("seed %d", SEED).isLessThan(-15);
    assertThat(lastReturn).as("seed %d", SEED).isGreaterThan(-8);
  }

  private static NetworkSpec memoryless() {
    return EncodedNetworks.memoryless(
        IMAGES.layer(2), List.of(32, 32), Activation.TANH, 2, Activation.TANH);
  }

  private static VisionConfig settings(int windows, double relationWeight) {
    return new VisionConfig(
        "onboard", 4, windows, 0, 8, 4, 64, 3e-3, 3e-4, 1, relationWeight, true);
  }

  @Test
  void studentDrivesByImagesAsTheTeacherByPoints() {
    NetworkWeights student = distil(memoryless(), settings(100, 0.1));
    double blind = finalDistance(new NetworkWeights(student.spec(), zeros(student)));
    double seeing = finalDistance(student);
    assertThat(blind).as("seed %d", SEED).isGreaterThan(0.7);
    assertThat(seeing).as("seed %d", SEED).isLessThan(0.25);
  }

  @Test
  void studentWithMemoryLearnsThroughTime() {
    NetworkSpec spec =
        EncodedNetworks.recurrent(
            IMAGES.layer(2), 24, List.of(32), Activation.TANH, 2, Activation.TANH);
    assertThat(finalDistance(distil(spec, settings(100, 0.1)))).as("seed %d", SEED).isLessThan(0.3);
  }

  private static NetworkWeights distil(NetworkSpec spec, VisionConfig settings) {
    GoalWorld world = new GoalWorld(ENVIRONMENTS);
    try (VisionDistiller distiller =
        new VisionDistiller(world, world, spec, teacher, settings, SEED)) {
      while (!distiller.finished()) {
        distiller.iterate();
      }
      return distiller.current();
    }
  }

  private static Map<String, float[]> zeros(NetworkWeights weights) {
    Map<String, float[]> zeros = new LinkedHashMap<>();
    weights.tensors().forEach((name, values) -> zeros.put(name, new float[values.length]));
    return zeros;
  }

  /** Mean distance at the end of an episode in new worlds, driven by plain Java. */
  private static double finalDistance(NetworkWeights weights) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights
        .spec()
        .weightShapes()
        .forEach((name, shape) -> tensors.put(name, Tensor.of(weights.tensor(name), shape)));
    int inputs = weights.spec().inputs();
    NetworkInference policy =
        new NetworkInference(weights.spec(), Normaliser.identity(inputs), tensors);
    int count = 100;
    GoalWorld world = new GoalWorld(count);
    world.reset(SEED + 1);
    world.resetAll();
    float[] pictures = new float[count * world.size()];
    float[] previous = new float[2 * count];
    float[] states = new float[count * policy.stateSize()];
    float[] actions = new float[2 * count];
    float[] row = new float[inputs];
    for (int t = 0; t < GoalWorld.EPISODE; t++) {
      world.observe(pictures);
      world.observe("onboard", previous);
      for (int e = 0; e < count; e++) {
        System.arraycopy(pictures, e * world.size(), row, 0, world.size());
        System.arraycopy(previous, 2 * e, row, world.size(), 2);
        policy.step(row, 0, states, e * policy.stateSize(), actions, 2 * e);
      }
      world.step(actions);
    }
    double sum = 0;
    for (int e = 0; e < count; e++) {
      sum += world.distance(e);
    }
    return sum / count;
  }

  @Test
  void sameSeedGivesTheSameStudent() {
    float[] first = distil(memoryless(), settings(5, 1)).flat();
    assertThat(distil(memoryless(), settings(5, 1)).flat()).isEqualTo(first);
    assertThat(distil(memoryless(), settings(5, 0)).flat()).isNotEqualTo(first);
  }

  @Test
  void headBeginsAsTheTeachersWithoutItsOwnObjects() {
    NetworkSpec spec = memoryless();
    Map<String, float[]> zero = new LinkedHashMap<>();
    spec.weightShapes()
        .forEach(
            (name, shape) -> zero.put(name, new float[shape.stream().reduce(1, (a, b) -> a * b)]));
    NetworkWeights student = HeadTransfer.apply(teacher.weights(), new NetworkWeights(spec, zero));
    float[] from = teacher.weights().tensor("layers.1.weight");
    float[] to = student.tensor("layers.1.weight");
    // two objects of 16 numbers and two extras here, three objects there
    for (int row = 0; row < 32; row++) {
      for (int column = 0; column < 34; column++) {
        int source = column < 32 ? column : column + 16;
        assertThat(to[row * 34 + column]).isEqualTo(from[row * 50 + source]);
      }
    }
    assertThat(student.tensor("layers.3.weight"))
        .isEqualTo(teacher.weights().tensor("layers.3.weight"));
    assertThat(student.tensor("layers.0.shared.layers.0.weight")).containsOnly(0f);
  }

  @Test
  void refusesWhatDoesNotFit() {
    GoalWorld world = new GoalWorld(4);
    VisionConfig privileged = new VisionConfig("critic", 4, 1, 0, 8, 4, 64, 3e-3, 3e-4, 1, 0, true);
    assertThatThrownBy(
            () -> new VisionDistiller(world, world, memoryless(), teacher, privileged, SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("no robot can sense");
    assertThatThrownBy(
            () -> new VisionDistiller(world, world, TEACHER, teacher, settings(1, 0), SEED))
        .isInstanceOf(DistillException.class)
        .hasMessageContaining("288 pixels");
    world.reset(SEED);
    assertThatThrownBy(() -> new PpoLearner(world, config(true), specs(), SEED, 1))
        .isInstanceOf(LearnerException.class)
        .hasMessageContaining("normalise-observations");
  }
}
