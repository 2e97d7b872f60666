package eyas.cli.view;

import eyas.assets.files.AtomicFiles;
import eyas.cli.run.UsageException;
import eyas.sim.sensor.picture.Picture;
import eyas.sim.view.AnimatedGif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Pictures on their way into a file or a folder; nothing is there before {@link #finish}. */
interface Recording extends AutoCloseable {
  /** Adds a picture. */
  void add(Picture picture);

  /** Puts everything into its place. */
  void finish();

  @Override
  void close();

  /** Records one GIF. */
  static Recording gif(Path file, double secondsPerFrame) {
    AnimatedGif gif = new AnimatedGif(secondsPerFrame);
    return new Recording() {
      @Override
      public void add(Picture picture) {
        gif.add(picture);
      }

      @Override
      public void finish() {
        AtomicFiles.write(file, gif.finish());
      }

      @Override
      public void close() {
        gif.close();
      }
    };
  }

  /** Records {@code 00000.png}, {@code 00001.png}, ... in a new or empty folder. */
  static Recording folder(Path folder) {
    requireEmpty(folder);
    Path whole = folder.toAbsolutePath().normalize();
    Path aside = whole.resolveSibling("." + whole.getFileName() + ".part");
    AtomicFiles.delete(aside);
    return new Recording() {
      private int count;

      @Override
      public void add(Picture picture) {
        picture.png(aside.resolve("%05d.png".formatted(count++)));
      }

      @Override
      public void finish() {
        try {
          Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
          throw AtomicFiles.failure(folder, failure);
        }
      }

      @Override
      public void close() {
        AtomicFiles.delete(aside);
      }
    };
  }

  private static void requireEmpty(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> content =
        Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      if (content.findAny().isEmpty()) {
        return;
      }
    } catch (IOException failure) {
      throw AtomicFiles.failure(folder, failure);
    }
    throw new UsageException(
        "--record is %s, which is there already. Give FILE.gif, or a folder that is new or empty."
            .formatted(folder));
  }
}
