package eyas.bridge.message;

/** The wire format of ROS 1: packed, little-endian, texts with a length and without an end. */
public final class PackedOutput extends ByteOutput {
  /** An empty output. */
  public PackedOutput() {}

  @Override
  void align(int size) {}

  @Override
  int terminator() {
    return 0;
  }

  @Override
  public void sequence(int value) {
    int32(value);
  }
}
