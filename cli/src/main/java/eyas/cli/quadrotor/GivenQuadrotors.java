package eyas.cli.quadrotor;

import eyas.assets.config.ConfigException;
import eyas.assets.config.Suggestions;
import eyas.assets.robot.NamedQuadrotors;
import eyas.assets.robot.QuadrotorCsv;
import eyas.assets.robot.QuadrotorParameters;
import eyas.cli.run.ActionRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The quadrotors that {@code --quadrotors} gives: those of a table, or one by its name.
 *
 * @param name name of the set in reports
 * @param quadrotors at least one
 */
record GivenQuadrotors(String name, List<QuadrotorParameters> quadrotors) {
  /** Returns the quadrotors that a command was asked for, if it was asked for any. */
  static Optional<GivenQuadrotors> of(ActionRequest request) {
    return request.argument("quadrotors").map(GivenQuadrotors::read);
  }

  /** Returns the quadrotors that a bench was asked for, or the reference's. */
  static GivenQuadrotors orReference(ActionRequest request) {
    return of(request).orElseGet(() -> read(ReferenceFiles.quadrotors().toString()));
  }

  private static GivenQuadrotors read(String given) {
    Path file = Path.of(given);
    if (Files.exists(file)) {
      return new GivenQuadrotors(String.valueOf(file.getFileName()), QuadrotorCsv.read(file));
    }
    List<String> names = NamedQuadrotors.names();
    if (!names.contains(given)) {
      throw new ConfigException(
          "--quadrotors is `"
              + given
              + "`, which is neither a file nor the name of a quadrotor. "
              + Suggestions.sentence(given, names));
    }
    return new GivenQuadrotors(given, List.of(NamedQuadrotors.get(given)));
  }
}
