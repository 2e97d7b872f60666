package eyas.bridge.message;

/** Reads the wire format of ROS 1, the mirror of {@link PackedOutput}. */
public final class PackedInput extends ByteInput {
  /** An input that is not yet pointed at anything. */
  public PackedInput() {}

  /**
   * Points at a message.
   *
   * @param bytes where it lies
   * @param offset of its first byte
   * @param length number of bytes
   * @return this
   */
  public PackedInput of(byte[] bytes, int offset, int length) {
    range(bytes, offset, length, false);
    return this;
  }

  @Override
  void align(int size) {}

  @Override
  int terminator() {
    return 0;
  }

  @Override
  public int sequence() {
    return int32();
  }
}
