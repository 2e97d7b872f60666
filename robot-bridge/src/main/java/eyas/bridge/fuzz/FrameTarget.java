package eyas.bridge.fuzz;

import eyas.bridge.ros1.FrameReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;

/** Streams of frames: a length and that many bytes, again and again. */
final class FrameTarget implements FuzzTarget {
  private static final List<String> WORDS = List.of("\0\0\0\0", "\u007f\u007f\u007f\u007f");
  private static final int[] FRAMES = {48, 0, 300, 5};

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public byte[] damaged(SplittableRandom random) {
    ByteBuffer stream = ByteBuffer.allocate(369).order(ByteOrder.LITTLE_ENDIAN);
    for (int size : FRAMES) {
      stream.putInt(size).put(new byte[size]);
    }
    return new Damage(random, WORDS).of(stream.array());
  }

  // a stream has no last frame: it ends, or it breaks off
  @Override
  public void read(byte[] input, SplittableRandom random) throws IOException {
    FrameReader frames = new FrameReader(new ByteArrayInputStream(input));
    for (int left = input.length; left > 0; ) {
      left -= 4 + frames.read();
    }
  }

  @Override
  public Class<? extends Exception> refusal() {
    return IOException.class;
  }
}
