package eyas.bridge.ros2;

/** DDS domains of this process: two runs of these tests on one machine do not hear each other. */
public final class TestDomain {
  // three a process, below 102, where ports of domains meet those that the system hands out
  private static final int FIRST = 1 + 3 * (int) (ProcessHandle.current().pid() % 33);

  /** Of nodes among themselves. */
  public static final int NODES = FIRST;

  /** Of CycloneDDS and a node. */
  public static final int CYCLONE = FIRST + 1;

  /** Of a flight controller and a policy. */
  public static final int PX4 = FIRST + 2;

  private TestDomain() {}
}
