package eyas.assets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyBundleTest {
  @TempDir Path folder;

  @Test
  void comesBackFromTheDiskAsItWas() {
    PolicyBundle bundle = Samples.student(3);
    bundle.save(folder.resolve("a"));
    PolicyBundle loaded = PolicyBundle.load(folder.resolve("a")).verify();
    assertThat(loaded.contract()).isEqualTo(bundle.contract());
    assertThat(loaded.weights()).isEqualTo(bundle.weights());
    assertThat(loaded.isSealed()).isFalse();
    assertThatExceptionOfType(BundleException.class).isThrownBy(loaded::requireSealed);
  }

  @Test
  void savingReplacesAndLeavesNothingBeside() throws IOException {
    Samples.student(3).save(folder.resolve("a"));
    Samples.student(4).save(folder.resolve("a"));
    assertThat(PolicyBundle.load(folder.resolve("a")).weights())
        .isEqualTo(Samples.student(4).weights());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void savingTheSameWeightsReplacesTheDocumentOnly() throws IOException {
    Path home = folder.resolve("a");
    Samples.student(3).save(home);
    Path weights = home.resolve("weights.safetensors");
    Object before = Files.readAttributes(weights, BasicFileAttributes.class).fileKey();
    Samples.student(3).withGate(Samples.gate(true)).save(home);
    assertThat(Files.readAttributes(weights, BasicFileAttributes.class).fileKey())
        .isEqualTo(before);
    assertThat(PolicyBundle.load(home).gate()).contains(Samples.gate(true));
  }

  @Test
  void aBundleIsAsOpenAsAnyOtherFolder() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Samples.student(3).save(folder.resolve("a"));
    assumeTrue(plain.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void savingNeverDeletesOtherFiles() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("letter.txt"), "keep me");
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> Samples.student(3).save(home))
        .withMessageContaining("letter.txt");
    assertThat(home.resolve("letter.txt")).exists();
  }

  @Test
  void whatWasDerivedFromABundleGoesWithItsWeights() throws IOException {
    Path home = folder.resolve("student");
    Samples.student(1).save(home);
    Files.createDirectory(home.resolve("c"));
    Files.writeString(home.resolve("c").resolve("policy.c"), "old");
    Files.writeString(home.resolve("policy.onnx"), "old");
    Samples.student(1).save(home);
    assertThat(home.resolve("policy.onnx")).exists();
    Samples.student(2).save(home);
    assertThat(home.resolve("policy.onnx")).doesNotExist();
    assertThat(home.resolve("c")).doesNotExist();
    assertThat(PolicyBundle.load(home).weights()).isEqualTo(Samples.student(2).weights());
  }

  @Test
  void aFailedGateIsRefusedAndForcingIsRecorded() {
    PolicyBundle bundle = Samples.student(3);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> bundle.seal(Samples.gate(false)))
        .withMessageContaining("has not passed the transfer gate");
    assertThat(bundle.seal(Samples.gate(true)).seal().orElseThrow().forced()).isFalse();
    bundle.sealForced(Samples.gate(false), false).save(folder.resolve("forced"));
    PolicyBundle loaded = PolicyBundle.load(folder.resolve("forced")).verify();
    assertThat(loaded.isSealed()).isTrue();
    assertThat(loaded.seal().orElseThrow().forced()).isTrue();
    assertThat(loaded.gate().orElseThrow().passed()).isFalse();
  }

  @Test
  void aGateThatAskedForLessIsRecordedAsForced() {
    Samples.student(3).sealForced(Samples.gate(true), true).save(folder.resolve("weak"));
    PolicyBundle loaded = PolicyBundle.load(folder.resolve("weak")).verify();
    assertThat(loaded.seal().orElseThrow().forced()).isTrue();
    assertThat(loaded.gate().orElseThrow().passed()).isTrue();
  }

  @Test
  void everyChangeAfterSealingIsNoticed() throws IOException {
    Path home = folder.resolve("a");
    Samples.student(3).seal(Samples.gate(true)).save(home);
    String json = Files.readString(home.resolve("policy.json"));
    PolicyBundle.load(home).requireSealed();
    Map<String, String> changes =
        Map.of(
            "\"success\" : 0.97", "\"success\" : 0.98",
            "\"name\" : \"student\"", "\"name\" : \"other\"",
            "\"m/s\"", "\"km/h\"",
            "\"forced\" : false", "\"forced\" : true",
            "\"control-period\" : 0.01", "\"control-period\" : 0.02");
    changes.forEach((from, to) -> refuses(home, json, json.replace(from, to)));
  }

  private static void refuses(Path home, String sealed, String changed) {
    assertThat(changed).isNotEqualTo(sealed);
    write(home.resolve("policy.json"), changed);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.load(home))
        .withMessageContaining("seal");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void changedWeightsAreNoticed() throws IOException {
    Path home = folder.resolve("a");
    Samples.student(3).save(home);
    byte[] bytes = Files.readAllBytes(home.resolve("weights.safetensors"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(home.resolve("weights.safetensors"), bytes);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.load(home))
        .withMessageContaining("hash");
  }

  @Test
  void goldenVectorsOfOtherWeightsAreNoticed() {
    PolicyBundle bundle = Samples.student(3);
    PolicyBundle mixed =
        PolicyBundle.of(bundle.contract(), Samples.weights(bundle.contract().network(), 4));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(mixed::verify)
        .withMessageContaining("golden vector 0");
  }

  @Test
  void weightsMustFitTheNetwork() {
    PolicyBundle bundle = Samples.student(3);
    Map<String, Tensor> fewer = new LinkedHashMap<>(bundle.weights());
    fewer.remove("layers.2.bias");
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.of(bundle.contract(), fewer))
        .withMessageContaining("layers.2.bias");
    fewer.put("layers.2.bias", Tensor.of(new float[5], 5));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.of(bundle.contract(), fewer))
        .withMessageContaining("[5]")
        .withMessageContaining("[4]");
  }

  @Test
  void contractsThatDoNotFitTheirNetworkAreRefused() {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(
            () ->
                QuadrotorContracts.student(
                    "x", QuadrotorContracts.motors(), NetworkSpec.recurrent(21, 16, 4), Map.of()))
        .withMessageContaining("22 observation values");
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> new NetworkSpec(List.of(LayerSpec.gru(3, 4), LayerSpec.gru(5, 4))))
        .withMessageContaining("Layer 1 takes 5 inputs");
  }

  @Test
  void unknownFormatsAndForeignFoldersAreRefused() throws IOException {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.load(folder.resolve("nothing")))
        .withMessageContaining("policy.json");
    Path home = folder.resolve("a");
    Samples.student(3).save(home);
    Path document = home.resolve("policy.json");
    Files.writeString(
        document, Files.readString(document).replace("\"format\" : 1", "\"format\" : 2"));
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> PolicyBundle.load(home))
        .withMessageContaining("format is 2");
  }

  @Test
  void randomDamageGivesOnlyTheDocumentedException() throws IOException {
    Path home = folder.resolve("a");
    Samples.student(3).seal(Samples.gate(true)).save(home);
    Path document = home.resolve("policy.json");
    byte[] whole = Files.readAllBytes(document);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      Files.write(document, Damage.of(whole, random));
      try {
        PolicyBundle.load(home).verify();
      } catch (BundleException expected) {
        refused++;
        assertThat(expected.getMessage()).as("seed 7, case %d", i).hasSizeGreaterThan(20);
      }
    }
    assertThat(refused).isGreaterThan(300);
  }
}
