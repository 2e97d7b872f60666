package eyas.assets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import eyas.assets.policy.inference.PolicyInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaptorImportTest {
  @TempDir Path folder;

  @Test
  void reproducesTheWholeExampleOfTheRelease() throws IOException {
    PolicyInference policy = RaptorImport.read(ReferenceData.file("raptor/policy.tar")).inference();
    float[] input = ReferenceData.floats("raptor/example_input_500x2x22.f32");
    float[] output = ReferenceData.floats("raptor/example_output_500x2x4.f32");
    float[] states = new float[2 * policy.stateSize()];
    float[] action = new float[4];
    for (int row = 0; row < 1000; row++) {
      policy.step(input, 22 * row, states, 16 * (row % 2), action, 0);
      for (int i = 0; i < 4; i++) {
        assertThat(action[i]).as("row %d", row).isCloseTo(output[4 * row + i], within(1e-5f));
      }
    }
    assertThat(output[0]).isCloseTo(-0.9673748f, within(1e-6f));
  }

  @Test
  void tarAndRawFileGiveTheSameWeights() {
    PolicyBundle tar = RaptorImport.read(ReferenceData.file("raptor/policy.tar"));
    PolicyBundle raw = RaptorImport.read(ReferenceData.file("raptor/raptor_policy_2084.f32"));
    assertThat(raw.weights()).isEqualTo(tar.weights());
    assertThat(tar.contract().golden()).hasSize(2);
    assertThat(tar.contract().golden().get(1).steps()).isEqualTo(20);
    assertThat(raw.verify().contract().golden()).isNotEmpty();
  }

  @Test
  void theBundleCarriesTheNoticeAndSurvivesTheDisk() {
    PolicyBundle bundle = RaptorImport.read(ReferenceData.file("raptor/policy.tar"));
    bundle.save(folder.resolve("raptor"));
    PolicyBundle loaded = PolicyBundle.load(folder.resolve("raptor")).verify();
    assertThat(loaded.contract()).isEqualTo(bundle.contract());
    assertThat(loaded.contract().licence().name()).isEqualTo("MIT");
    assertThat(loaded.contract().licence().notice()).contains("2025 Jonas Eschmann");
    assertThat(loaded.contract().network().weightCount() + 16).isEqualTo(2084);
  }

  @Test
  void damagedArchivesAreRefusedWithASentence() throws IOException {
    byte[] whole = Files.readAllBytes(ReferenceData.file("raptor/policy.tar"));
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      try {
        RaptorImport.read(damaged, "policy.tar");
      } catch (BundleException refused) {
        assertThat(refused.getMessage()).as("seed 11, case %d", i).hasSizeGreaterThan(30);
      }
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("other.f32"), new byte[100]);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> RaptorImport.read(file))
        .withMessageContaining("other.f32")
        .withMessageContaining("8336 bytes");
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> RaptorImport.read(folder.resolve("missing.tar")))
        .withMessageContaining("missing.tar");
  }

  @Test
  void aTarHeaderThatPromisesTooMuchIsRefused() {
    byte[] archive = TarSample.archive(Map.of("a", new byte[600]));
    assertThat(Tar.read(archive, "a.tar").get("a")).hasSize(600);
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> Tar.read(Arrays.copyOf(archive, 1000), "a.tar"))
        .withMessageContaining("cut off");
  }
}
