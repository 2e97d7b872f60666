package eyas.sim.engine;

import static eyas.sim.engine.QuadrotorRows.GRAVITY;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ACTION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ATTITUDE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.BODY_RATES;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DELAY;
import static eyas.sim.task.quadrotor.QuadrotorLayout.DRAG;
import static eyas.sim.task.quadrotor.QuadrotorLayout.FORCE;
import static eyas.sim.task.quadrotor.QuadrotorLayout.POSITION;
import static eyas.sim.task.quadrotor.QuadrotorLayout.ROTORS;
import static eyas.sim.task.quadrotor.QuadrotorLayout.VELOCITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyas.sim.engine.reference.ReferenceDynamics;
import eyas.sim.engine.reference.ReferenceEngine;
import eyas.sim.task.quadrotor.QuadrotorLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every engine does alike. A subclass opens its engine and widens a tolerance where the
 * engine's own method (precision, substeps, order) asks for it.
 */
public abstract class EngineContract {
  /** Motor commands, nothing else. */
  protected static final QuadrotorLayout PLAIN = layout(false, false, false, false);

  private static final double PERIOD = ReferenceDynamics.PERIOD;

  /** Opens the engine under test. */
  protected abstract Engine open(QuadrotorLayout layout, int environments);

  /** Error of the position after 1 s of constant acceleration of 1 g [m]. */
  protected double fallTolerance() {
    return 2e-4;
  }

  /** Relative error of angular momentum and energy after 2 s of spin at 15 rad/s. */
  protected double spinTolerance() {
    return 1e-3;
  }

  /** Error of a rotor speed that follows an exponential [0 to 1]. */
  protected double lagTolerance() {
    return 1e-4;
  }

  /** Error of a rotor speed when a delay ends within a control period [0 to 1]. */
  protected double delayTolerance() {
    return 6e-3;
  }

  /** Relative error of a velocity or body rate after one control period. */
  protected double unitTolerance() {
    return 1e-3;
  }

  /** Error against the reference after 0.5 s of random flight: position [m]. */
  protected double flightTolerance() {
    return 2e-3;
  }

  /** Returns a layout without noise and moving references. */
  protected static QuadrotorLayout layout(
      boolean rates, boolean delay, boolean drag, boolean disturbance) {
    return new QuadrotorLayout(rates, delay, drag, disturbance, false, false);
  }

  @Test
  void fallsFreely() {
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 1).thrust(0, 0, 1, 2).command(0, -1, -1, -1, -1);
    rows.set(0, VELOCITY, 1, -2, 3);
    try (Engine engine = open(PLAIN, 1)) {
      rows.reset(engine).fly(engine, 100);
    }
    assertThat(rows.get(0, POSITION)).isCloseTo(1, within(fallTolerance()));
    assertThat(rows.get(0, POSITION + 1)).isCloseTo(-2, within(fallTolerance()));
    assertThat(rows.get(0, POSITION + 2)).isCloseTo(3 - GRAVITY / 2, within(fallTolerance()));
    assertThat(rows.get(0, VELOCITY + 2)).isCloseTo(3 - GRAVITY, within(1e-4));
    assertThat(rows.get(0, ATTITUDE)).isCloseTo(1, within(1e-6));
  }

  @Test
  void climbsUnderConstantThrust() {
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 1).mass(0, 2).thrust(0, 1, 2, 8);
    rows.set(0, ROTORS, 0.75, 0.75, 0.75, 0.75).command(0, 0.5, 0.5, 0.5, 0.5);
    try (Engine engine = open(PLAIN, 1)) {
      rows.reset(engine).fly(engine, 100);
    }
    double acceleration = 4 * (1 + 2 * 0.75 + 8 * 0.75 * 0.75) / 2 - GRAVITY;
    assertThat(rows.get(0, POSITION + 2)).isCloseTo(acceleration / 2, within(fallTolerance()));
    assertThat(rows.get(0, VELOCITY + 2)).isCloseTo(acceleration, within(1e-3));
    assertThat(rows.get(0, BODY_RATES, 3)).containsExactly(new double[3], within(1e-4));
  }

  @Test
  void spinsWithoutTorque() {
    QuadrotorRows rows = spinning(3, 15, 1);
    double[] momentum = rows.angularMomentum(0);
    double energy = rows.spinEnergy(0);
    QuadrotorRows truth = spinning(3, 15, 1);
    try (Engine engine = open(PLAIN, 1);
        Engine fine = fine(PLAIN, 0.0005)) {
      rows.reset(engine).fly(engine, 200);
      truth.reset(fine).fly(fine, 4000);
    }
    double size = 15 * 0.01;
    assertThat(rows.angularMomentum(0)).containsExactly(momentum, within(size * spinTolerance()));
    assertThat(rows.spinEnergy(0)).isCloseTo(energy, within(energy * spinTolerance()));
    assertThat(rows.get(0, BODY_RATES, 3))
        .containsExactly(truth.get(0, BODY_RATES, 3), within(15 * 20 * spinTolerance()));
  }

  @Test
  void staysStableAtTheFastestSpin() {
    QuadrotorRows rows = spinning(35, 35, 35);
    double energy = rows.spinEnergy(0);
    try (Engine engine = open(PLAIN, 1)) {
      rows.reset(engine).fly(engine, 500);
    }
    assertThat(rows.spinEnergy(0)).isCloseTo(energy, within(0.2 * energy));
    double[] q = rows.get(0, ATTITUDE, 4);
    assertThat(Math.hypot(Math.hypot(q[0], q[1]), Math.hypot(q[2], q[3])))
        .isCloseTo(1, within(1e-5));
  }

  private static QuadrotorRows spinning(double... rates) {
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 1).thrust(0, 0, 0, 0);
    return rows.inertia(0, 0.005, 0.01, 0.02)
        .set(0, BODY_RATES, rates)
        .set(0, ATTITUDE, 0.5, 0.5, -0.5, 0.5);
  }

  private static Engine fine(QuadrotorLayout layout, double period) {
    var dynamics = new ReferenceDynamics(layout, period, RateLoop.standard());
    return new ReferenceEngine(layout, 1, dynamics);
  }

  @Test
  void motorsLagExponentially() {
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 1).lag(0, 0.04, 0.2);
    rows.set(0, ROTORS, 0.1, 0.9, 0.5, 1).command(0, 0.6, -0.6, 0, 5);
    try (Engine engine = open(PLAIN, 1)) {
      rows.reset(engine).fly(engine, 7);
    }
    double rise = Math.exp(-0.07 / 0.04);
    double fall = Math.exp(-0.07 / 0.2);
    double[] expected = {0.8 - 0.7 * rise, 0.2 + 0.7 * fall, 0.5, 1};
    assertThat(rows.get(0, ROTORS, 4)).containsExactly(expected, within(lagTolerance()));
  }

  @Test
  void rotorsTurnTheBodyTheRightWay() {
    // more thrust on: the left (roll), the back (pitch), back right and front left (yaw)
    double[][] commands = {{-1, -1, 1, 1}, {-1, 1, 1, -1}, {-1, 1, -1, 1}};
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 3);
    for (int axis = 0; axis < 3; axis++) {
      rows.set(axis, ROTORS, 0.6, 0.6, 0.6, 0.6);
      double[] c = commands[axis];
      rows.command(axis, 0.2 + 0.1 * c[0], 0.2 + 0.1 * c[1], 0.2 + 0.1 * c[2], 0.2 + 0.1 * c[3]);
    }
    try (Engine engine = open(PLAIN, 3)) {
      rows.reset(engine).fly(engine, 15);
    }
    for (int axis = 0; axis < 3; axis++) {
      assertThat(rows.get(axis, BODY_RATES + axis)).as("axis " + axis).isGreaterThan(0.05);
      assertThat(rows.get(axis, ATTITUDE + 1 + axis)).as("axis " + axis).isGreaterThan(0.001);
    }
    assertThat(rows.get(0, VELOCITY + 1)).as("rolls and flies to the right").isLessThan(-0.01);
    assertThat(rows.get(1, VELOCITY)).as("pitches down and flies forward").isGreaterThan(0.01);
  }

  @Test
  void thrustActsInTheBodyFrameAndForceInTheWorldFrame() {
    double half = Math.sqrt(0.5);
    QuadrotorRows rows = new QuadrotorRows(PLAIN, 1).mass(0, 2).thrust(0, 1, 0, 0);
    rows.set(0, ATTITUDE, half, half, 0, 0).set(0, FORCE, 3, 0, 0);
    try (Engine engine = open(PLAIN, 1)) {
      rows.reset(engine).fly(engine, 1);
    }
    double[] expected = {3 / 2.0 * PERIOD, -4 / 2.0 * PERIOD, -GRAVITY * PERIOD};
    assertThat(rows.get(0, VELOCITY, 3))
        .containsExactly(expected, within(GRAVITY * PERIOD * unitTolerance()));
    assertThat(rows.get(0, FORCE, 3)).containsExactly(3, 0, 0);
  }

  @Test
  void torquesAreInNewtonMetres() {
    QuadrotorLayout layout = layout(false, false, false, true);
    QuadrotorRows rows = new QuadrotorRows(layout, 1).thrust(0, 0, 10, 0).mass(0, 2);
    rows.set(0, ROTORS, 0.4, 0.5, 0.6, 0.5).command(0, -0.2, 0, 0.2, 0);
    rows.set(0, layout.torque(), 0.01, 0, 0, 0, 2, 0, 0, 0, 0.02);
    try (Engine engine = open(layout, 1)) {
      rows.reset(engine).fly(engine, 1);
    }
    // (-4 - 5 + 6 + 5) N, (-4 + 5 + 6 - 5) N at 0.1 m; the reactions cancel
    double[] rates = {0.21 / 0.005 * PERIOD, 0.2 / 0.006 * PERIOD, 0.02 / 0.01 * PERIOD};
    assertThat(rows.get(0, BODY_RATES, 2))
        .containsExactly(new double[] {rates[0], rates[1]}, within(rates[0] * 5e-3));
    assertThat(rows.get(0, BODY_RATES + 2)).isCloseTo(rates[2], within(2e-3));
    assertThat(rows.get(0, VELOCITY + 1)).isCloseTo(2 / 2.0 * PERIOD, within(5e-4));
  }

  @Test
  void dragLimitsTheFall() {
    QuadrotorLayout layout = layout(false, false, true, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 2).command(0, -1, -1, -1, -1);
    double half = Math.sqrt(0.5);
    for (int e = 0; e < 2; e++) {
      rows.thrust(e, 0, 0, 0).parameter(e, DRAG, 2, 4);
    }
    rows.set(1, ATTITUDE, half, half, 0, 0);
    try (Engine engine = open(layout, 2)) {
      rows.reset(engine).fly(engine, 400);
    }
    assertThat(rows.get(0, VELOCITY + 2)).isCloseTo(-GRAVITY / 4, within(5e-3));
    assertThat(rows.get(1, VELOCITY + 2)).isCloseTo(-GRAVITY / 2, within(5e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.5, 2.25, 3})
  void commandsArriveAfterTheirDelay(double delay) {
    QuadrotorLayout layout = layout(false, true, false, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 1).parameter(0, DELAY, delay).lag(0, 0.1, 0.1);
    rows.set(0, ROTORS, 0.2, 0.2, 0.2, 0.2).set(0, ACTION, -0.6, -0.6, -0.6, -0.6);
    rows.set(0, layout.olderActions(), -0.6, -0.6, -0.6, -0.6, -0.6, -0.6, -0.6, -0.6);
    rows.command(0, 0.6, 0.6, 0.6, 0.6);
    try (Engine engine = open(layout, 1)) {
      rows.reset(engine).fly(engine, 1);
      double early = 0.2 + 0.6 * (1 - Math.exp(-Math.max(0, 1 - delay) * PERIOD / 0.1));
      assertThat(rows.get(0, ROTORS)).isCloseTo(early, within(lagTolerance()));
      rows.fly(engine, 5);
    }
    double late = 0.2 + 0.6 * (1 - Math.exp(-(6 - delay) * PERIOD / 0.1));
    boolean whole = delay == Math.rint(delay);
    assertThat(rows.get(0, ROTORS))
        .isCloseTo(late, within(whole ? lagTolerance() : delayTolerance()));
  }

  @Test
  void remembersCommandsUnclamped() {
    QuadrotorLayout layout = layout(false, true, false, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 1);
    rows.set(0, ACTION, 0.1, 0.2, 0.3, 0.4).command(0, 3, -2, 0.5, 0);
    try (Engine engine = open(layout, 1)) {
      rows.reset(engine).fly(engine, 1);
      rows.command(0, 0, 0, 0, 0).fly(engine, 1);
    }
    assertThat(rows.get(0, ACTION, 4)).containsExactly(0, 0, 0, 0);
    double[] older = {3, -2, 0.5, 0, 0.1f, 0.2f, 0.3f, 0.4f};
    assertThat(rows.get(0, layout.olderActions(), 8)).containsExactly(older, within(1e-7));
  }

  @Test
  void resetForgetsEverything() {
    QuadrotorLayout layout = layout(true, true, true, true);
    try (Engine engine = open(layout, 5)) {
      float[] first = randomFlight(engine, layout, 1, 20).snapshot();
      randomFlight(engine, layout, 2, 33);
      assertThat(randomFlight(engine, layout, 1, 20).snapshot()).isEqualTo(first);
    }
  }

  @Test
  void environmentsDoNotMeet() {
    QuadrotorLayout layout = layout(true, true, true, true);
    try (Engine engine = open(layout, 3);
        Engine alone = open(layout, 1)) {
      QuadrotorRows crowd = randomFlight(engine, layout, 4, 0);
      QuadrotorRows one = new QuadrotorRows(layout, 1);
      one.set(0, 0, crowd.get(1, 0, layout.stateRows()));
      one.parameter(0, 0, crowd.parameters(1, 0, QuadrotorLayout.PARAMETER_ROWS));
      double[] command = {0.4, 0.3, -0.5, 0.1};
      crowd.command(0, 1, 1, 1, 1).command(1, command).command(2, -1, -1, -1, -1);
      one.command(0, command).reset(alone).fly(alone, 30);
      crowd.fly(engine, 30);
      assertThat(crowd.get(1, 0, layout.stateRows())).isEqualTo(one.get(0, 0, layout.stateRows()));
    }
  }

  @Test
  void foreignRowsAreLeftAlone() {
    QuadrotorLayout layout = new QuadrotorLayout(false, true, true, true, true, true);
    QuadrotorRows rows = new QuadrotorRows(layout, 1);
    for (int row = layout.torque(); row < layout.torque() + 9; row++) {
      rows.set(0, row, 0.0001 * row);
    }
    for (int row = layout.noiseRow(); row < layout.stateRows(); row++) {
      rows.set(0, row, 0.01 * row);
    }
    int disturbances = layout.olderActions() - FORCE;
    double[] before = rows.get(0, layout.noiseRow(), layout.stateRows() - layout.noiseRow());
    double[] forces = rows.get(0, FORCE, disturbances);
    try (Engine engine = open(layout, 1)) {
      rows.reset(engine).fly(engine, 3);
    }
    assertThat(rows.get(0, layout.noiseRow(), before.length)).isEqualTo(before);
    assertThat(rows.get(0, FORCE, disturbances)).isEqualTo(forces);
  }

  @Test
  void rateLoopTracksARateStep() {
    QuadrotorLayout layout = layout(true, false, false, false);
    QuadrotorRows rows = new QuadrotorRows(layout, 3);
    double[] wanted = {0.5 * 6, 0.5 * 6, 0.5 * 3};
    for (int axis = 0; axis < 3; axis++) {
      double[] command = new double[4];
      command[0] = 0.1;
      command[1 + axis] = 0.5;
      rows.set(axis, ROTORS, 0.55, 0.55, 0.55, 0.55).command(axis, command);
    }
    try (Engine engine = open(layout, 3)) {
      rows.reset(engine).fly(engine, 80);
    }
    for (int axis = 0; axis < 3; axis++) {
      double[] rates = new double[3];
      rates[axis] = wanted[axis];
      assertThat(rows.get(axis, BODY_RATES, 3))
          .as("axis " + axis)
          .containsExactly(rates, within(0.05 * wanted[axis]));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void agreesWithTheReferenceInRandomFlight(boolean rates) {
    QuadrotorLayout layout = layout(rates, true, true, true);
    QuadrotorRows here;
    QuadrotorRows there;
    try (Engine engine = open(layout, 16);
        Engine reference = new ReferenceEngine(layout, 16)) {
      here = randomFlight(engine, layout, 7, 50);
      there = randomFlight(reference, layout, 7, 50);
    }
    for (int e = 0; e < 16; e++) {
      String who = "seed 7, environment " + e;
      assertThat(here.get(e, POSITION, 3))
          .as(who)
          .containsExactly(there.get(e, POSITION, 3), within(flightTolerance()));
      assertThat(angle(here.get(e, ATTITUDE, 4), there.get(e, ATTITUDE, 4)))
          .as(who + ", angle between attitudes [rad]")
          .isLessThan(3 * flightTolerance());
      assertThat(here.get(e, VELOCITY, 3))
          .as(who)
          .containsExactly(there.get(e, VELOCITY, 3), within(5 * flightTolerance()));
      assertThat(here.get(e, BODY_RATES, 3))
          .as(who)
          .containsExactly(there.get(e, BODY_RATES, 3), within(50 * flightTolerance()));
    }
  }

  private static double angle(double[] p, double[] q) {
    double dot = 0;
    for (int i = 0; i < 4; i++) {
      dot += p[i] * q[i];
    }
    return 2 * Math.acos(Math.min(1, Math.abs(dot)));
  }

  /** Flies random quadrotors with gentle random commands that change every step. */
  protected static QuadrotorRows randomFlight(
      Engine engine, QuadrotorLayout layout, long seed, int steps) {
    Random random = new Random(seed);
    QuadrotorRows rows = new QuadrotorRows(layout, engine.environments()).randomise(random);
    rows.reset(engine);
    for (int i = 0; i < steps; i++) {
      for (int k = 0; k < rows.commands().length; k++) {
        rows.commands()[k] = (float) (0.1 + 0.2 * random.nextGaussian());
      }
      rows.fly(engine, 1);
    }
    return rows;
  }
}
