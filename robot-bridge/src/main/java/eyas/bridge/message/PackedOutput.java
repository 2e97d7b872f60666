package eyas.bridge.message;

/** The wire format of ROS 1: packed, little-endian, texts with a length and without an end. */
public final class PackedOutput extends ByteOutput {
  private boolean numbered;
  private int number;

  /** An empty output. */
  public PackedOutput() {}

  /**
   * Sets the sequence number that the next header gets, whatever its message says: publishers count
   * for themselves.
   *
   * @param value the number
   */
  public void number(int value) {
    numbered = true;
    number = value;
  }

  @Override
  void align(int size) {}

  @Override
  int terminator() {
    return 0;
  }

  @Override
  public void sequence(int value) {
    int32(numbered ? number : value);
    numbered = false;
  }
}
