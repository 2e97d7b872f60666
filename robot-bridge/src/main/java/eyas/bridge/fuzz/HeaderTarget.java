package eyas.bridge.fuzz;

import eyas.bridge.message.geometry_msgs.Twist;
import eyas.bridge.ros1.ConnectionHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Headers with which TCPROS connections begin. */
final class HeaderTarget implements FuzzTarget {
  private static final List<String> WORDS =
      List.of("=", "==", "topic=", "md5sum=*", "type=", "\0\0\0\0", "\u00ff\u00ff", "callerid=/x");

  private final byte[] sample = sample();

  private static byte[] sample() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("callerid", "/listener");
    fields.put("topic", "/cmd_vel");
    fields.put("type", Twist.TYPE.name());
    fields.put("md5sum", Twist.TYPE.md5());
    fields.put("message_definition", "Vector3 linear\nVector3 angular\n");
    fields.put("tcp_nodelay", "1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ConnectionHeader.write(out, fields);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Override
  public String name() {
    return "tcpros headers";
  }

  @Override
  public byte[] damaged(SplittableRandom random) {
    return new Damage(random, WORDS).of(sample);
  }

  @Override
  public void read(byte[] input, SplittableRandom random) throws IOException {
    ConnectionHeader.read(new DataInputStream(new ByteArrayInputStream(input)));
  }

  @Override
  public Class<? extends Exception> refusal() {
    return IOException.class;
  }
}
