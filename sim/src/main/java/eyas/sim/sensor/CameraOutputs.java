package eyas.sim.sensor;

import eyas.sim.device.KernelSource;
import java.util.Set;

/**
 * What a camera gives.
 *
 * @param channels kinds of pictures
 * @param layers number of role layers, 0 to 16; bit l of an instance's role shows it in layer l
 * @param stream distinguishes the random numbers of the cameras of a scene, 0 to 127
 */
public record CameraOutputs(Set<Channel> channels, int layers, int stream) {
  private static final int MOST_LAYERS = 16;
  private static final int MOST_STREAMS = 127;

  /** Copies the set and checks the numbers. */
  public CameraOutputs {
    channels = Set.copyOf(channels);
    SensorException.require(!channels.isEmpty(), "A camera has no channel; give at least one.");
    SensorException.require(
        channels.contains(Channel.LAYERS) ? layers >= 1 && layers <= MOST_LAYERS : layers == 0,
        "A camera with channels %s has %d layers; give 1 to %d with LAYERS, 0 without.",
        channels,
        layers,
        MOST_LAYERS);
    SensorException.require(
        stream >= 0 && stream <= MOST_STREAMS,
        "A camera has stream %d; give 0 to %d.",
        stream,
        MOST_STREAMS);
  }

  /** Returns the outputs of a scene's first camera without layers. */
  public static CameraOutputs of(Channel first, Channel... more) {
    return new CameraOutputs(java.util.EnumSet.of(first, more), 0, 0);
  }

  /** Returns a first camera that gives nothing but layers. */
  public static CameraOutputs layers(int count) {
    return new CameraOutputs(Set.of(Channel.LAYERS), count, 0);
  }

  KernelSource define(KernelSource source) {
    return source
        .define("CAMERA_INDEX", stream)
        .define("CAMERA_LAYERS", layers)
        .define("CAMERA_DEPTH", flag(Channel.DEPTH))
        .define("CAMERA_IDS", flag(Channel.IDS))
        .define("CAMERA_NORMALS", flag(Channel.NORMALS))
        .define("CAMERA_RGB", flag(Channel.RGB));
  }

  /** Returns the values that a pixel has in a channel, 0 where the camera does not give it. */
  int values(Channel channel) {
    if (!channels.contains(channel)) {
      return 0;
    }
    return switch (channel) {
      case DEPTH, IDS -> 1;
      case LAYERS -> layers;
      case NORMALS, RGB -> 3;
    };
  }

  private int flag(Channel channel) {
    return channels.contains(channel) ? 1 : 0;
  }
}
