package eyas.bridge.message;

/** Reads plain CDR, the mirror of {@link CdrOutput}; both byte orders. */
public final class CdrInput extends ByteInput {
  /** An input that is not yet pointed at anything. */
  public CdrInput() {}

  /**
   * Points at a message with its encapsulation header.
   *
   * @param bytes where it lies
   * @param offset of its first byte
   * @param length number of bytes, with the header
   * @return this
   */
  public CdrInput of(byte[] bytes, int offset, int length) {
    boolean known =
        length >= CdrOutput.HEADER && bytes[offset] == 0 && (bytes[offset + 1] & ~1) == 0;
    if (!known) {
      throw new MessageException(
          "A DDS sample of %d bytes does not begin with the encapsulation of plain CDR (00 00 or 00 01)."
              .formatted(length));
    }
    boolean bigEndian = bytes[offset + 1] == 0;
    range(bytes, offset + CdrOutput.HEADER, length - CdrOutput.HEADER, bigEndian);
    return this;
  }

  @Override
  void align(int size) {
    int over = offset() % size;
    if (over != 0) {
      advance(size - over);
    }
  }

  @Override
  int terminator() {
    return 1;
  }

  /** Returns 0 and reads nothing: headers of ROS 2 have no sequence number. */
  @Override
  public int sequence() {
    return 0;
  }
}
