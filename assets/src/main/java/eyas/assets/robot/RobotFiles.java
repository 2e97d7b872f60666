package eyas.assets.robot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of limited size. */
final class RobotFiles {
  private RobotFiles() {}

  /** Returns the bytes of a file; one that is too large is not opened. */
  static byte[] read(Path file, String what, long largest) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalRobotException(
          "The %s file %s does not exist or is no file. Check the path.".formatted(what, file));
    }
    try {
      long size = Files.size(file);
      if (size > largest) {
        throw new IllegalRobotException(
            "The %s file %s has %d bytes; at most %d are read. Is it the right file?"
                .formatted(what, file, size, largest));
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new IllegalRobotException(
          "The %s file %s cannot be read: %s.".formatted(what, file, failure.getMessage()),
          failure);
    }
  }

  /** Returns UTF-8 bytes as text. */
  static String text(byte[] bytes, String source) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new IllegalRobotException(source + " is not UTF-8 text. Save it in UTF-8.", other);
    }
  }
}
