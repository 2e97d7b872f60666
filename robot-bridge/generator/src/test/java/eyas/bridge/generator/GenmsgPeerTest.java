package eyas.bridge.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checksums and full texts of all installed definitions against genmsg, where it is installed. */
class GenmsgPeerTest {
  private static final Path SHARE = Path.of("/usr/share");
  private static final Path SHIPPED = Path.of("../src/main/msg");
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir Path folder;

  @Test
  void everyInstalledTypeIsThatOfGenmsg() throws IOException, InterruptedException {
    List<String> types = genmsg();
    System.out.println(types.size() + " installed messages and services are compared with genmsg");
    DefinitionSet set = new DefinitionSet().addFolder(SHARE);
    DefinitionSet shipped = new DefinitionSet().addFolder(SHIPPED);
    for (String line : types) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("msg")) {
        Definition definition = set.message(parts[1]);
        assertThat(set.md5(definition)).as(parts[1]).isEqualTo(parts[2]);
        shipped.messages().stream()
            .filter(own -> own.name().equals(parts[1]))
            .forEach(own -> assertThat(shipped.md5(own)).as(parts[1]).isEqualTo(parts[2]));
        String hex = parts[3].equals("-") ? "" : parts[3];
        String text = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        assertThat(set.fullText(definition)).as(parts[1]).isEqualTo(text);
      } else {
        assertThat(
                set.services().stream()
                    .filter(service -> service.name().equals(parts[1]))
                    .map(set::md5))
            .as(parts[1])
            .containsExactly(parts[2]);
      }
    }
  }

  private List<String> genmsg() throws IOException, InterruptedException {
    boolean installed =
        Files.isExecutable(PYTHON)
            && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/genmsg"))
            && Files.isDirectory(SHARE.resolve("std_msgs/msg"));
    if (!installed) {
      System.err.println(
          "SKIPPED GenmsgPeerTest: genmsg or the definitions are not installed; apt-get install python3-genmsg ros-std-msgs ros-geometry-msgs ...");
    }
    Assumptions.assumeTrue(installed);
    Path script = folder.resolve("genmsg_types.py");
    try (InputStream source = GenmsgPeerTest.class.getResourceAsStream("genmsg_types.py")) {
      Files.copy(source, script);
    }
    Process process =
        new ProcessBuilder(PYTHON.toString(), script.toString(), SHARE.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines).isNotEmpty();
    return lines;
  }
}
