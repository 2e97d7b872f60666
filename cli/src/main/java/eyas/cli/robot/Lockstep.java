package eyas.cli.robot;

import eyas.bridge.link.ConnectedNode;
import eyas.bridge.link.Quality;
import eyas.bridge.link.Subscriber;
import eyas.bridge.message.mavros_msgs.AttitudeTarget;
import eyas.bridge.message.std_msgs.Int64MultiArray;
import eyas.bridge.node.Progress;
import java.util.Optional;

/**
 * Keeps simulated time from outrunning those who compute with it, however slow their machine is, as
 * PX4's simulators do: time goes on when the policy node has stepped, its command has come, and it
 * has heard the robot's state, and when the operator has sent what was due. Both tell of it on
 * {@code policy/progress} and {@code operator/progress}. Somebody else who commands is waited for
 * as long as each message of odometry is answered. Waiting ends after some seconds of wall time.
 */
final class Lockstep {
  private static final double SECONDS = 5;
  private static final double ANSWER_SECONDS = 2;

  private final Subscriber<Int64MultiArray> policyTopic;
  private final Subscriber<Int64MultiArray> operatorTopic;
  private final Subscriber<AttitudeTarget> commandTopic;
  private final Patience policyPatience;
  private final Patience operatorPatience;
  private final Patience answerPatience;
  private final Rhythm rhythm = new Rhythm();
  private volatile Optional<Progress> policy = Optional.empty();
  private volatile Optional<Progress> operator = Optional.empty();
  private volatile long command;
  private long state;

  /**
   * Listens to those who compute.
   *
   * @param commands the topic of commands, whose listeners call {@link #commanded} last
   */
  Lockstep(ConnectedNode node, Subscriber<AttitudeTarget> commands) {
    commandTopic = commands;
    policyPatience = new Patience("the policy node", SECONDS, node.log()::warn);
    operatorPatience = new Patience("the operator's node", SECONDS, node.log()::warn);
    answerPatience = new Patience("an answer to odometry", ANSWER_SECONDS, node.log()::warn);
    policyTopic = node.newSubscriber("policy/progress", Int64MultiArray.TYPE, Quality.COMMAND);
    policyTopic.addListener(message -> policy = Progress.read(message).or(() -> policy));
    operatorTopic = node.newSubscriber("operator/progress", Int64MultiArray.TYPE, Quality.COMMAND);
    operatorTopic.addListener(message -> operator = Progress.read(message).or(() -> operator));
  }

  /** A command has been taken; any thread may say so. */
  void commanded(AttitudeTarget target) {
    command = target.header().stamp().toNanoseconds();
    rhythm.commanded();
  }

  /** Odometry is about to leave. */
  void asks() {
    rhythm.asks();
  }

  /**
   * The robot's state has left.
   *
   * @param time its stamp [ns]
   */
  void told(long time) {
    state = time;
  }

  /**
   * Whether simulated time may go on.
   *
   * @param time now, a time at which odometry was sent [ns]
   */
  boolean together(long time) {
    boolean stepped = policyPatience.over(stepped(time));
    boolean sent =
        operatorPatience.over(
            operator.map(now -> now.next() > time).orElse(true) || operatorTopic.publishers() == 0);
    return stepped && sent && (tells() || answered());
  }

  private boolean tells() {
    return policy.isPresent() && !policyPatience.lost() && policyTopic.publishers() > 0;
  }

  private boolean stepped(long time) {
    Optional<Progress> now = policy;
    return now.isEmpty()
        || (now.get().next() > time
            && now.get().command() <= command
            && (now.get().status() == 0 || now.get().status() >= state))
        || policyTopic.publishers() == 0;
  }

  private boolean answered() {
    boolean over = answerPatience.over(rhythm.answered() || commandTopic.publishers() == 0);
    if (answerPatience.lost()) {
      rhythm.missed();
    }
    return over;
  }

  /** Whether somebody was waited for in vain. */
  boolean alone() {
    return policyPatience.lost() || operatorPatience.lost();
  }
}
