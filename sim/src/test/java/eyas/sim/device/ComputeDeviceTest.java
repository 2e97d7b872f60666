package eyas.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComputeDeviceTest extends DeviceTest {
  private static final String DOUBLE =
      "__kernel void twice(__global float* x) { x[get_global_id(0)] *= 2.0f; }";

  @Test
  void anUnknownSelectorListsTheDevices() {
    assertThatThrownBy(() -> ComputeDevice.open("abacus"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("'abacus'")
        .hasMessageContaining("auto, gpu, accelerator, cpu")
        .hasMessageContaining(ComputeDevice.list().get(0).name());
  }

  @Test
  void everyDeviceOpensByIndexAndByName() {
    for (DeviceInfo info : ComputeDevice.list()) {
      try (ComputeDevice byIndex = ComputeDevice.open(Integer.toString(info.index()));
          ComputeDevice byName = ComputeDevice.open(info.name())) {
        assertThat(byIndex.info()).isEqualTo(info);
        assertThat(byName.info().name()).isEqualTo(info.name());
      }
    }
  }

  @Test
  void aBrokenKernelShowsTheCompilersWords() {
    KernelSource source =
        KernelSource.named("broken", Lanes.of(1))
            .text("broken.cl", "__kernel void f(__global float* x) {\n  x[0] = no_such_name;\n}");
    try (BufferScope scope = device.scope("test")) {
      assertThatThrownBy(() -> scope.build(source))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("program broken on " + device.info().name())
          .hasMessageContaining("no_such_name");
    }
  }

  @Test
  void aMissingKernelIsNamed() {
    try (BufferScope scope = device.scope("test")) {
      KernelProgram program = scope.build(KernelSource.named("p", Lanes.of(1)).text("a", DOUBLE));
      assertThatThrownBy(() -> program.kernel("thrice"))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("thrice of program p")
          .hasMessageContaining("CL_INVALID_KERNEL_NAME");
    }
  }

  @Test
  void aMissingKernelFileIsNamed() {
    KernelSource source = KernelSource.named("p", Lanes.of(1));
    assertThatThrownBy(() -> source.file(ComputeDeviceTest.class, "nowhere.cl"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("nowhere.cl")
        .hasMessageContaining("ComputeDeviceTest");
  }

  @Test
  void aKernelComputesAndBuffersCheckTheirBounds() {
    try (BufferScope scope = device.scope("test")) {
      DeviceBuffer buffer = scope.allocate("x", 3);
      assertThat(buffer.floats()).containsOnly(0);
      buffer.write(1, new float[] {2, 3});
      scope
          .build(KernelSource.named("p", Lanes.of(1)).text("a", DOUBLE))
          .kernel("twice")
          .set(0, buffer)
          .run(3);
      assertThat(buffer.floats()).containsExactly(0, 4, 6);
      assertThatThrownBy(() -> buffer.write(2, new float[2]))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("test/x")
          .hasMessageContaining("3 words");
      assertThatThrownBy(() -> scope.allocate("none", 0)).hasMessageContaining("test/none");
    }
  }

  @Test
  void aForgottenBufferIsReportedByName() {
    ComputeDevice other = ComputeDevice.open("auto");
    BufferScope scope = other.scope("forgetful");
    scope.allocate("x", 8);
    assertThat(other.open()).isEqualTo(1);
    assertThatThrownBy(other::close)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("forgetful/x");
  }

  @Test
  void aClosedScopeLeavesNothing() {
    int before = device.open();
    try (BufferScope scope = device.scope("test")) {
      scope.allocate("a", 1);
      scope.build(KernelSource.named("p", Lanes.of(1)).text("a", DOUBLE));
      assertThat(device.open()).isEqualTo(before + 2);
    }
    assertThat(device.open()).isEqualTo(before);
  }

  @Test
  void anUnsupportedWidthNamesTheSupportedOnes() {
    assertThatThrownBy(() -> Lanes.of(3)).hasMessageContaining("[1, 4, 8, 16]");
    assertThat(Lanes.atMost(15)).isEqualTo(Lanes.of(8));
    assertThat(Lanes.of(8).padded(17)).isEqualTo(24);
    // 2 KiB apart, rows would share the sets of a cache
    assertThat(Lanes.of(16).padded(8192)).isEqualTo(8208);
    assertThat(Lanes.of(1).padded(8192)).isEqualTo(8192);
  }
}
