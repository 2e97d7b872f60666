package eyas.cli.egopush;

import eyas.assets.policy.Activation;
import eyas.assets.policy.ImageEncoder;
import eyas.assets.policy.LayerSpec;
import eyas.assets.policy.NetworkSpec;
import eyas.distill.DistillException;
import eyas.distill.vision.VisionConfig;
import eyas.sim.task.egopush.EgoPushCamera;
import eyas.sim.task.egopush.EgoPushImages;
import eyas.sim.task.egopush.EgoPushModel;
import eyas.sim.task.egopush.EgoPushTask;
import java.util.ArrayList;
import java.util.List;

/**
 * How a teacher is distilled into a policy that sees pictures.
 *
 * @param teacher name of the teacher, whose tier it learns and is judged in
 * @param startSet further overrides of the preset while it learns
 * @param environments environments side by side
 * @param camera the robot's camera
 * @param filters convolutions that each of the three pictures passes
 * @param memory size of a GRU on the latents; 0 for none
 * @param distill the distillation
 */
public record PushStudent(
    String teacher,
    List<String> startSet,
    int environments,
    EgoPushCamera camera,
    List<ImageEncoder.Filters> filters,
    int memory,
    VisionConfig distill) {
  /** Copies the lists and checks the counts, and that the filters fit into the pictures. */
  public PushStudent {
    startSet = List.copyOf(startSet);
    filters = List.copyOf(filters);
    if (environments < 1 || memory < 0) {
      throw new IllegalArgumentException(
          "environments must be at least 1 and memory at least 0; given %d and %d."
              .formatted(environments, memory));
    }
    encoder(camera, filters, 1, Activation.IDENTITY).layer(0);
  }

  /** Returns the world that it learns in. */
  EgoPushModel learningModel(PushTraining training) {
    List<String> all = new ArrayList<>(training.set());
    all.addAll(startSet);
    return new EgoPushTask().model(training.preset(), all);
  }

  /**
   * Returns its layers: the pictures' encoder has latents like the teacher's, and the head is the
   * teacher's, behind the memory if there is one.
   *
   * @param known the teacher's layers
   * @param extras inputs behind the pictures
   */
  NetworkSpec network(NetworkSpec known, int extras) {
    NetworkSpec points =
        known
            .layers()
            .get(0)
            .shared()
            .orElseThrow(
                () ->
                    new DistillException(
                        ("Teacher '%s' has no encoder of points, which the student's encoder of"
                                + " pictures could follow. Give teachers.%s.points some widths.")
                            .formatted(teacher, teacher)))
            .network();
    LayerSpec last = points.layers().get(points.layers().size() - 1);
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(encoder(camera, filters, points.outputs(), last.activation()).layer(extras));
    if (memory > 0) {
      layers.add(LayerSpec.gru(layers.get(0).outputs(), memory));
    }
    LayerSpec first = known.layers().get(1);
    int width = layers.get(layers.size() - 1).outputs();
    layers.add(LayerSpec.dense(width, first.outputs(), first.activation()));
    layers.addAll(known.layers().subList(2, known.layers().size()));
    return new NetworkSpec(layers);
  }

  private static ImageEncoder encoder(
      EgoPushCamera camera,
      List<ImageEncoder.Filters> filters,
      int features,
      Activation activation) {
    return new ImageEncoder(
        EgoPushImages.LAYERS.size(),
        camera.height(),
        camera.width(),
        filters,
        features,
        activation);
  }
}
