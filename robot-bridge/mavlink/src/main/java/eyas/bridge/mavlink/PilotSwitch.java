package eyas.bridge.mavlink;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Publisher;
import eyas.bridge.link.Quality;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.node.family.Settings;
import io.dronefleet.mavlink.common.RcChannels;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A switch of the pilot's remote control as the enable signal: while channel {@code
 * ~enable_rc_channel} is above {@code ~enable_rc_above}, each {@code RC_CHANNELS} renews {@code
 * ~enable}.
 */
final class PilotSwitch {
  private static final List<ToIntFunction<RcChannels>> CHANNELS =
      List.of(
          RcChannels::chan1Raw,
          RcChannels::chan2Raw,
          RcChannels::chan3Raw,
          RcChannels::chan4Raw,
          RcChannels::chan5Raw,
          RcChannels::chan6Raw,
          RcChannels::chan7Raw,
          RcChannels::chan8Raw,
          RcChannels::chan9Raw,
          RcChannels::chan10Raw,
          RcChannels::chan11Raw,
          RcChannels::chan12Raw,
          RcChannels::chan13Raw,
          RcChannels::chan14Raw,
          RcChannels::chan15Raw,
          RcChannels::chan16Raw,
          RcChannels::chan17Raw,
          RcChannels::chan18Raw);
  private static final int NOT_THERE = 65_535;

  private final int channel;
  private final int above;
  private final Optional<Publisher<Bool>> enable;

  PilotSwitch(ConnectedNode node, Settings settings) {
    channel = settings.whole("enable_rc_channel", 0, 0, CHANNELS.size());
    above = settings.whole("enable_rc_above", 1700, 800, 2200);
    enable =
        channel == 0
            ? Optional.empty()
            : Optional.of(node.newPublisher("~enable", Bool.TYPE, Quality.COMMAND));
    if (channel == 0) {
      node.log()
          .info(
              "No switch of the remote control enables the policy (~enable_rc_channel is 0); only"
                  + " ~enable does.");
    }
  }

  void heard(RcChannels message) {
    if (enable.isPresent()) {
      int value = CHANNELS.get(channel - 1).applyAsInt(message);
      boolean there = message.chancount() >= channel && value != NOT_THERE;
      enable.get().publish(new Bool(there && value > above));
    }
  }
}
