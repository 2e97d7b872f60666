package eyas.sim.task;

/** A world met a number that is not finite; carries what is needed to compute it again. */
public final class WorldFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WorldFault fault;

  /** Creates the error of a fault. */
  public WorldFaultException(WorldFault fault) {
    super(
        fault.sentence()
            + " Look at the parameters, the state and the action that led to it: replay the dump of"
            + " this step.");
    this.fault = fault;
  }

  /** Returns the fault. */
  public WorldFault fault() {
    return fault;
  }

  /** Throws if a world has met a number that is not finite since its last reset. */
  public static void check(World world) {
    world
        .fault()
        .ifPresent(
            fault -> {
              throw new WorldFaultException(fault);
            });
  }
}
