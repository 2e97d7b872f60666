package eyas.bridge.node;

import eyas.bridge.node.state.Cause;
import eyas.bridge.node.state.ControlState;
import eyas.bridge.node.state.Transitions;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands changes of state from the control thread to the one that reports them, without allocating
 * on the way in. When more than 64 wait, the oldest are forgotten.
 */
final class TransitionLog implements Transitions {
  private static final int CAPACITY = 64;

  /** One change. */
  record Transition(ControlState from, ControlState to, Cause cause) {}

  private final ControlState[] from = new ControlState[CAPACITY];
  private final ControlState[] to = new ControlState[CAPACITY];
  private final Cause[] causes = new Cause[CAPACITY];
  private long written;
  private long read;
  private volatile Optional<Thread> reporter = Optional.empty();

  void wakes(Thread thread) {
    reporter = Optional.of(thread);
  }

  @Override
  public void changed(ControlState before, ControlState next, long now, Cause cause) {
    synchronized (this) {
      int slot = (int) (written % CAPACITY);
      from[slot] = before;
      to[slot] = next;
      causes[slot] = cause;
      written++;
      read = Math.max(read, written - CAPACITY);
    }
    Optional<Thread> waiting = reporter;
    if (waiting.isPresent()) {
      LockSupport.unpark(waiting.get());
    }
  }

  synchronized boolean pending() {
    return read < written;
  }

  synchronized Optional<Transition> next() {
    if (read == written) {
      return Optional.empty();
    }
    int slot = (int) (read++ % CAPACITY);
    return Optional.of(new Transition(from[slot], to[slot], causes[slot]));
  }
}
