package eyas.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScaledTest {
  /** A collection takes the memory of forgotten buffers, and new ones write over it. */
  private static List<ByteBuffer> collectGarbage() {
    System.gc();
    List<ByteBuffer> litter = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
      litter.add(buffer.putDouble(0, Double.NaN));
    }
    return litter;
  }

  @Test
  void gradientsOutliveGarbageCollections() {
    try (NDManager manager = TorchEngine.open(1)) {
      NDArray value = manager.ones(new Shape(3), DataType.FLOAT64);
      value.setRequiresGradient(true);
      for (int i = 0; i < 40; i++) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          NDArray product = Scaled.by(value, -0.7);
          List<ByteBuffer> litter = collectGarbage();
          collector.backward(product.sum());
          assertThat(litter).isNotEmpty();
        }
        try (NDArray gradient = value.getGradient()) {
          assertThat(gradient.toDoubleArray()).as("pass %d", i).containsOnly(-0.7);
          gradient.subi(gradient);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void aProductKeepsTheTypeEvenOfASingleNumber(DataType type) {
    try (NDManager manager = TorchEngine.open(1)) {
      NDArray product = Scaled.by(manager.ones(new Shape(), type), 0.1);
      assertThat(product.getDataType()).isEqualTo(type);
      assertThat(TensorCopy.floats(product)).containsExactly(0.1f);
    }
  }
}
