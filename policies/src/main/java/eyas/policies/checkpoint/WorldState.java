package eyas.policies.checkpoint;

import eyas.sim.task.WorldSnapshot;

/** A world's snapshot as entries of a checkpoint. */
public final class WorldState {
  private WorldState() {}

  /** Writes a snapshot. */
  public static void save(CheckpointWriter writer, WorldSnapshot snapshot) {
    writer.longs("seed", snapshot.seed());
    writer.floats("state", snapshot.state());
    writer.floats("parameters", snapshot.parameters());
    writer.ints("counters", snapshot.counters());
  }

  /** Reads a snapshot. */
  public static WorldSnapshot restore(CheckpointReader reader) {
    return new WorldSnapshot(
        reader.number("seed"),
        reader.floats("state"),
        reader.floats("parameters"),
        reader.ints("counters"));
  }
}
