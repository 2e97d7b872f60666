package eyas.assets.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
  private static final Map<String, Tensor> TENSORS =
      Map.of(
          "a", Tensor.of(new float[] {1, -2, 3.5f, Float.MIN_VALUE, 5, 6}, 2, 3),
          "b", Tensor.of(new float[] {7}, 1),
          "scalar", Tensor.of(new float[] {8}));

  @Test
  void comesBackAsItWas() {
    byte[] bytes = Safetensors.write(TENSORS);
    assertThat(Safetensors.read(bytes, "w")).isEqualTo(TENSORS);
    assertThat(Safetensors.write(Safetensors.read(bytes, "w"))).isEqualTo(bytes);
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
  }

  @Test
  void readsFilesOfOtherProgramsWithMetadata() {
    byte[] file =
        file(
            "{\"__metadata__\":{\"format\":\"pt\"},\"x\":{\"dtype\":\"F32\",\"shape\":[2],"
                + "\"data_offsets\":[0,8]}}",
            8);
    assertThat(Safetensors.read(file, "w")).isEqualTo(Map.of("x", Tensor.of(new float[2], 2)));
  }

  @Test
  void everythingThatDoesNotFitIsRefused() {
    refused("{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "only F32");
    refused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8, "needs 3 values");
    refused("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "cut off");
    refused("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 12, "cut off");
    refused("{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "shape");
    refused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8, "must begin at 0");
    refused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12, "must begin at 0");
    refused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[65536,65536,4],\"data_offsets\":[0,4]}}", 4, "shape");
    refused("{\"x\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8, "exactly the keys");
    refused("{\"x\":3}", 0, "exactly the keys");
    refused("[]", 0, "header is damaged");
    refused("{\"x\":", 0, "header is damaged");
    String twice = "\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
    refused("{" + twice + "," + twice + "}", 4, "twice");
    refused("{" + twice + "," + twice.replace("\"x\"", "\"y\"") + "}", 4, "must begin at 4");
  }

  @Test
  void headerLengthsThatLieAreRefused() {
    for (long length : new long[] {-1, 0, 1, 100, 1 << 30, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      assertThatExceptionOfType(BundleException.class)
          .as("length %d", length)
          .isThrownBy(() -> Safetensors.read(file, "w.safetensors"))
          .withMessageContaining("w.safetensors");
    }
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> Safetensors.read(new byte[7], "w"))
        .withMessageContaining("7 bytes");
  }

  @Test
  void randomDamageGivesOnlyTheDocumentedException() {
    byte[] whole = Safetensors.write(TENSORS);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = Damage.of(whole, random);
      try {
        Safetensors.read(damaged, "w");
      } catch (BundleException expected) {
        refused++;
        assertThat(expected.getMessage()).as("seed 5, case %d", i).startsWith("w");
      }
    }
    assertThat(refused).isGreaterThan(2000);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(BundleException.class)
          .as("cut to %d bytes", length)
          .isThrownBy(() -> Safetensors.read(cut, "w"));
    }
  }

  private static void refused(String header, int values, String because) {
    assertThatExceptionOfType(BundleException.class)
        .as(header)
        .isThrownBy(() -> Safetensors.read(file(header, values), "w"))
        .withMessageContaining(because);
  }

  private static byte[] file(String header, int values) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(8 + text.length + values).order(ByteOrder.LITTLE_ENDIAN);
    return buffer.putLong(text.length).put(text).array();
  }
}
