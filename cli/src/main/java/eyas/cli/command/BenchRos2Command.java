package eyas.cli.command;

import eyas.assets.files.AtomicFiles;
import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.NodeConfiguration;
import eyas.bridge.link.NodeRunner;
import eyas.bridge.link.Quality;
import eyas.bridge.ros2.peer.CyclonePeer;
import eyas.bridge.ros2.peer.RoundTrip;
import eyas.cli.run.Console;
import eyas.cli.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code eyas bench ros2}: sends messages to a program on CycloneDDS and back. Builds that program
 * with {@code idlc} and {@code gcc}.
 */
@Command(
    name = "ros2",
    description = "time of a message to a CycloneDDS program and back, over DDS on loopback")
public final class BenchRos2Command extends EyasCommand {
  private static final int DOMAIN = 77;
  private static final int PATIENCE = 30;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      defaultValue = "500",
      description = "messages a second (default: 500)")
  private double rate = 500;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "how long, after 1000 messages that warm up (default: 30)")
  private int seconds = 30;

  /** Creates the command for picocli. */
  public BenchRos2Command() {}

  @Override
  protected int run(Console console) {
    Path folder = temporary();
    try {
      Path sources = Home.folder().resolve("robot-bridge/ros2/src/test/c");
      RoundTrip.Result result = measure(CyclonePeer.build(sources, folder));
      console.result(values(result));
      return result.found() && result.lost() == 0 ? DONE : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunException("The bench was interrupted.", interrupted);
    } finally {
      AtomicFiles.delete(folder);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("eyas-ros2");
    } catch (IOException failure) {
      throw new RunException("Cannot make a folder for the peer: " + failure, failure);
    }
  }

  private RoundTrip.Result measure(Path program) throws InterruptedException {
    Map<String, String> environment =
        Map.of("ROS_DOMAIN_ID", Integer.toString(DOMAIN), "ROS_LOCALHOST_ONLY", "1");
    try (ConnectedNode node =
            NodeRunner.provider("ros2")
                .connect(new NodeConfiguration("bench", List.of(), environment));
        CyclonePeer peer =
            CyclonePeer.start(program, DOMAIN, "geometry_msgs/TwistStamped", "/ping", "/pong")) {
      RoundTrip trip =
          new RoundTrip(
              node, "/ping", "/pong", new Quality(10, false, true), (int) (rate * seconds));
      RoundTrip.Result result = trip.run(rate, PATIENCE);
      if (!peer.running()) {
        throw new RunException("The CycloneDDS program ended before the bench did.");
      }
      return result;
    }
  }

  private Map<String, Object> values(RoundTrip.Result result) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rateHz", rate);
    values.put("peerFound", result.found());
    values.put("messages", result.messages());
    values.put("lost", result.lost());
    values.put("medianMs", result.median());
    values.put("p99Ms", result.p99());
    values.put("p999Ms", result.p999());
    values.put("maxMs", result.most());
    return values;
  }
}
