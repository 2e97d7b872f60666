package eyas.bridge.node;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.message.MessageInput;
import eyas.bridge.message.sensor_msgs.Joy;
import eyas.bridge.message.std_msgs.Bool;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import eyas.bridge.node.input.SourceSpec;
import eyas.bridge.node.input.Timebase;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator's deadman: {@code ~enable} (std_msgs/Bool), and a button of {@code joy} if {@code
 * ~enable_button} names one. Either must be renewed within {@code ~timeout_enable}.
 */
final class EnableSignals {
  private final List<Source> sources = new ArrayList<>();

  EnableSignals(ConnectedNode node, Settings settings, Timebase timebase) {
    double timeout = settings.seconds("timeout_enable", 0.2);
    Source enable = new Source(SourceSpec.status("enable", 1, timeout), timebase, timeout);
    sources.add(enable);
    node.newSubscriber("~enable", Bool.TYPE, Quality.COMMAND)
        .addReader(in -> enable.offer(0, new double[] {in.bool() ? 1 : 0}));
    int button = settings.whole("enable_button", -1, -1, 63);
    if (button >= 0) {
      Source joy = new Source(SourceSpec.status("joy", 1, timeout), timebase, timeout);
      sources.add(joy);
      node.newSubscriber("joy", Joy.TYPE, Quality.COMMAND).addReader(in -> joy(in, button, joy));
    }
  }

  private static void joy(MessageInput in, int button, Source source) {
    in.sequence();
    long stamp = in.timeNanoseconds();
    in.skipString();
    for (int axes = in.length(4); axes > 0; axes--) {
      in.float32();
    }
    int buttons = in.length(4);
    if (buttons <= button) {
      source.refuse(
          "A joystick with %d buttons was heard; ~enable_button is %d.".formatted(buttons, button));
      return;
    }
    int pressed = 0;
    for (int i = 0; i <= button; i++) {
      pressed = in.int32();
    }
    source.offer(stamp, new double[] {pressed});
  }

  List<Source> sources() {
    return List.copyOf(sources);
  }
}
