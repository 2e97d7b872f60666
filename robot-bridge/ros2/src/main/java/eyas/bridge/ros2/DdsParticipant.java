package eyas.bridge.ros2;

import com.eprosima.xmlschemas.fastrtps_profiles.TransportDescriptorType;
import eyas.bridge.link.LinkException;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import us.ihmc.pubsub.Domain;
import us.ihmc.pubsub.DomainFactory;
import us.ihmc.pubsub.attributes.ParticipantProfile;
import us.ihmc.pubsub.common.LogLevel;
import us.ihmc.pubsub.common.Time;
import us.ihmc.pubsub.participant.Participant;
import us.ihmc.pubsub.publisher.Publisher;
import us.ihmc.pubsub.publisher.PublisherListener;
import us.ihmc.pubsub.subscriber.Subscriber;
import us.ihmc.pubsub.subscriber.SubscriberListener;

/** One DDS participant: makes and removes the ends of topics. UDP only, without shared memory. */
final class DdsParticipant implements AutoCloseable {
  // as ROS 2 has it: a peer that died is forgotten after this time
  private static final Time LEASE = new Time(20, 0);

  private final Domain domain;
  private final Participant participant;

  DdsParticipant(String node, DdsSettings settings) {
    this.domain = domain();
    try {
      ParticipantProfile profile =
          ParticipantProfile.create()
              .domainId(settings.domain())
              .name(node)
              .discoveryLeaseDuration(LEASE);
      transport(profile, settings.loopback());
      this.participant = domain.createParticipant(profile);
    } catch (IOException failure) {
      throw new LinkException(
          "Node %s cannot join DDS domain %d: %s. Check the network interfaces, or set ROS_LOCALHOST_ONLY=1."
              .formatted(node, settings.domain(), failure.getMessage()),
          failure);
    }
  }

  private static Domain domain() {
    try {
      Domain domain = DomainFactory.getDefaultDomain();
      domain.setLogLevel(LogLevel.ERROR);
      return domain;
    } catch (LinkageError failure) {
      throw new LinkException(
          "The native library of ihmc-pub-sub cannot be loaded: %s. It needs Linux with glibc 2.30 or newer, macOS or Windows, and a writable home folder (it is unpacked into ~/.ihmc)."
              .formatted(failure.getMessage()),
          failure);
    }
  }

  private static void transport(ParticipantProfile profile, boolean loopback) {
    if (loopback) {
      profile.bindToAddressRestrictions(false, List.of(InetAddress.getLoopbackAddress()));
      return;
    }
    TransportDescriptorType udp = new TransportDescriptorType();
    udp.setTransportId("udp");
    udp.setType("UDPv4");
    profile.useBuiltinTransports(false).addTransport(udp);
  }

  private SampleType register(MessageType<?> type) {
    SampleType own = new SampleType(MessageNames.type(type), MessageNames.largest(type));
    if (domain.getRegisteredType(participant, own.getName()) == null) {
      domain.registerType(participant, own);
    }
    return own;
  }

  /** Makes the sending end of a topic. */
  synchronized Publisher publisher(
      String topic, MessageType<?> type, Quality quality, PublisherListener listener) {
    try {
      return domain.createPublisher(
          participant, EndAttributes.publisher(register(type), topic, quality), listener);
    } catch (IOException failure) {
      throw refused("published", topic, failure);
    }
  }

  /** Makes the receiving end of a topic. */
  synchronized Subscriber<?> subscriber(
      String topic, MessageType<?> type, Quality quality, SubscriberListener<Sample> listener) {
    try {
      return domain.createSubscriber(
          participant, EndAttributes.subscriber(register(type), topic, quality), listener);
    } catch (IOException failure) {
      throw refused("subscribed to", topic, failure);
    }
  }

  private static LinkException refused(String what, String topic, IOException failure) {
    return new LinkException(
        "Topic %s cannot be %s: DDS refused it (%s).".formatted(topic, what, failure.getMessage()),
        failure);
  }

  synchronized void remove(Publisher publisher) {
    domain.removePublisher(publisher);
  }

  synchronized void remove(Subscriber<?> subscriber) {
    domain.removeSubscriber(subscriber);
  }

  @Override
  public synchronized void close() {
    domain.removeParticipant(participant);
  }
}
