package eyas.cli.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Asks git, where there is one, for the commit of the working copy. */
final class GitCommit {
  private GitCommit() {}

  /** Returns the commit of a folder's working copy, if it is one. */
  static Optional<String> of(Path folder) {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "--verify", "--quiet", "HEAD")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(answer.strip()).filter(text -> text.matches("[0-9a-f]{40,64}"));
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }
}
