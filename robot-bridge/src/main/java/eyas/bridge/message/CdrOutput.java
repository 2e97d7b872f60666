package eyas.bridge.message;

/**
 * Plain CDR, version 1, little-endian, as ROS 2 sends it over DDS (OMG DDSI-RTPS 2.5, 10.2): every
 * number is aligned to its own size, counted from the end of the four bytes of encapsulation.
 */
public final class CdrOutput extends ByteOutput {
  /** Length of the encapsulation header [bytes]. */
  public static final int HEADER = 4;

  /** An output that holds the encapsulation header. */
  public CdrOutput() {
    header();
  }

  private void header() {
    // representation CDR_LE, no options
    int8((byte) 0);
    int8((byte) 1);
    int8((byte) 0);
    int8((byte) 0);
  }

  @Override
  public void clear() {
    super.clear();
    header();
  }

  @Override
  void align(int size) {
    int over = (size() - HEADER) % size;
    int padding = over == 0 ? 0 : size - over;
    for (int i = 0; i < padding; i++) {
      int8((byte) 0);
    }
  }

  @Override
  int terminator() {
    return 1;
  }

  /** Writes nothing: headers of ROS 2 have no sequence number. */
  @Override
  public void sequence(int value) {}
}
