package eyas.bridge.ros2;

import java.io.IOException;
import java.nio.ByteBuffer;
import us.ihmc.idl.CDR;
import us.ihmc.idl.InterchangeSerializer;
import us.ihmc.pubsub.TopicDataType;
import us.ihmc.pubsub.common.SerializedPayload;

/** A DDS type whose samples pass through as bytes: Eyas' own codec reads and writes them. */
final class SampleType implements TopicDataType<Sample> {
  private final String name;
  private final int largest;

  SampleType(String name, int largest) {
    this.name = name;
    this.largest = largest;
  }

  @Override
  public void serialize(Sample data, SerializedPayload payload) throws IOException {
    ByteBuffer into = payload.getData();
    if (data.length() > into.capacity()) {
      throw new IOException(
          "a sample of %d bytes does not fit into %d".formatted(data.length(), into.capacity()));
    }
    payload.setEncapsulation(SerializedPayload.CDR_LE);
    into.put(0, data.bytes(), 0, data.length());
    payload.setLength(data.length());
  }

  @Override
  public void deserialize(SerializedPayload payload, Sample data) {
    data.copy(payload.getData(), payload.getLength());
  }

  @Override
  public void copy(Sample source, Sample target) {
    target.copy(ByteBuffer.wrap(source.bytes()), source.length());
  }

  @Override
  public int getTypeSize() {
    return largest;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Sample createData() {
    return new Sample();
  }

  @Override
  public TopicDataType<Sample> newInstance() {
    return new SampleType(name, largest);
  }

  @Override
  public void serialize(Sample data, CDR cdr) {
    throw notAnElement();
  }

  @Override
  public void deserialize(Sample data, CDR cdr) {
    throw notAnElement();
  }

  @Override
  public void serialize(Sample data, InterchangeSerializer serializer) {
    throw notAnElement();
  }

  @Override
  public void deserialize(InterchangeSerializer serializer, Sample data) {
    throw notAnElement();
  }

  private UnsupportedOperationException notAnElement() {
    return new UnsupportedOperationException(
        "A sample of " + name + " is whole; it is neither nested nor written as text.");
  }
}
