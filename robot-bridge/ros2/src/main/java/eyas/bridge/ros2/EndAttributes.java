package eyas.bridge.ros2;

import com.eprosima.xmlschemas.fastrtps_profiles.DurabilityQosKindPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.HistoryMemoryPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.HistoryQosKindPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.PublishModeQosKindPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.ReliabilityQosKindPolicyType;
import eyas.bridge.link.Quality;
import java.io.IOException;
import us.ihmc.pubsub.attributes.CommonAttributes;
import us.ihmc.pubsub.attributes.PublisherAttributes;
import us.ihmc.pubsub.attributes.SubscriberAttributes;
import us.ihmc.pubsub.common.Time;

/** The quality of a topic in the words of DDS. */
final class EndAttributes {
  // how soon a lost sample is noticed when no other follows
  private static final Time HEARTBEAT = new Time(0, 100_000_000);

  private EndAttributes() {}

  static PublisherAttributes publisher(SampleType type, String topic, Quality quality) {
    PublisherAttributes attributes =
        common(PublisherAttributes.create(), type, topic, quality)
            // the datagram leaves within write, so a last command leaves before its publisher
            .publishModeKind(PublishModeQosKindPolicyType.SYNCHRONOUS)
            .heartBeatPeriod(HEARTBEAT);
    attributes.getProfile().setHistoryMemoryPolicy(HistoryMemoryPolicyType.DYNAMIC_REUSABLE);
    return attributes;
  }

  static SubscriberAttributes subscriber(SampleType type, String topic, Quality quality) {
    return common(new BoundedSubscriberAttributes(), type, topic, quality);
  }

  private static <T extends CommonAttributes<T>> T common(
      T attributes, SampleType type, String topic, Quality quality) {
    return attributes
        .topicDataType(type)
        .topicName(topic)
        .historyQosPolicyKind(HistoryQosKindPolicyType.KEEP_LAST)
        .historyDepth(quality.queue())
        .durabilityKind(
            quality.latched()
                ? DurabilityQosKindPolicyType.TRANSIENT_LOCAL
                : DurabilityQosKindPolicyType.VOLATILE)
        .reliabilityKind(
            quality.reliable()
                ? ReliabilityQosKindPolicyType.RELIABLE
                : ReliabilityQosKindPolicyType.BEST_EFFORT);
  }

  /**
   * Larger samples than the type's bound are dropped by DDS. With any other policy the library
   * would write them past the end of its buffer.
   */
  private static final class BoundedSubscriberAttributes extends SubscriberAttributes {
    private static final String END = "</data_reader>";

    // the library has no setter for this policy; its place is behind the quality
    @Override
    public String marshall(String profileName) throws IOException {
      String profile = super.marshall(profileName);
      if (!profile.contains(END)) {
        throw new IOException("the profile of a reader does not end with " + END);
      }
      String policy = HistoryMemoryPolicyType.PREALLOCATED.value();
      return profile.replace(
          END, "<historyMemoryPolicy>" + policy + "</historyMemoryPolicy>" + END);
    }
  }
}
