package eyas.bridge.mavlink;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.common.AttitudeQuaternion;
import io.dronefleet.mavlink.common.LocalPositionNed;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.Odometry;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.RcChannels;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated flight controller with its quadrotor, in NED and FRD, behind a UDP port. The
 * quadrotor flies on only when a new command has come, by two periods of the policy at most: a
 * machine that stalls does not fly it with an old command.
 */
final class Autopilot implements AutoCloseable {
  private static final long PERIOD = 4_000_000L;
  private static final double MOST_STEP = 0.02;

  final NedQuadrotor quadrotor = new NedQuadrotor();
  volatile boolean armed = true;
  volatile boolean offboard = true;
  volatile boolean enabled;
  volatile boolean sendsAttitude = true;
  volatile boolean sendsNan;
  private final boolean sendsSetpoint;
  volatile int component = 1;
  volatile long attitudeDelay;
  volatile Target last = new Target(0, 0, 0, Double.NaN);
  final AtomicInteger targets = new AtomicInteger();
  final AtomicInteger heartbeats = new AtomicInteger();
  final AtomicInteger wrongFrames = new AtomicInteger();
  private final DatagramSocket socket;
  private final InetSocketAddress computer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MavlinkConnection connection =
      MavlinkConnection.create(InputStream.nullInputStream(), out);
  private final long begin = System.nanoTime();
  private volatile boolean running = true;

  /** What the computer asked for last. */
  record Target(double roll, double pitch, double yaw, double thrust) {}

  Autopilot(int port, boolean sendsSetpoint) throws IOException {
    this.sendsSetpoint = sendsSetpoint;
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(50);
    computer = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    start(this::fly);
    start(this::listen);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "autopilot");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    while (running) {
      try {
        socket.receive(packet);
        heard(packet.getData(), packet.getLength());
      } catch (SocketTimeoutException nothing) {
        packet.setLength(512);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void heard(byte[] bytes, int length) {
    if (Frames.read(bytes, length, 50).filter(f -> f.message() == 0).isPresent()) {
      heartbeats.incrementAndGet();
      return;
    }
    if (Frames.read(bytes, length, 152).isPresent()) {
      return;
    }
    Frames.read(bytes, length, 49)
        .ifPresentOrElse(
            frame -> {
              last =
                  new Target(
                      frame.payload().getFloat(20),
                      frame.payload().getFloat(24),
                      frame.payload().getFloat(28),
                      frame.payload().getFloat(32));
              targets.incrementAndGet();
            },
            () -> wrongFrames.incrementAndGet());
  }

  private void fly() {
    long lastStep = System.nanoTime();
    int followed = 0;
    for (int tick = 0; running; tick++) {
      long now = System.nanoTime();
      int commands = targets.get();
      if (commands != followed) {
        if (armed && offboard && enabled) {
          quadrotor.advance(Math.min(MOST_STEP, (now - lastStep) * 1e-9), last);
        }
        followed = commands;
        lastStep = now;
      }
      try {
        tick(tick);
      } catch (IOException closed) {
        return;
      }
      LockSupport.parkNanos(PERIOD);
    }
  }

  private void tick(int tick) throws IOException {
    if (sendsAttitude) {
      send(attitude());
    }
    if (tick % 3 == 0) {
      send(odometry());
    }
    if (tick % 10 == 0) {
      send(RcChannels.builder().chancount(8).chan7Raw(enabled ? 1900 : 1100).build());
      if (sendsSetpoint) {
        send(setpoint());
      }
    }
    if (tick % 50 == 0) {
      send(heartbeat());
      // another source of the place, which is not chosen and would mislead
      send(LocalPositionNed.builder().timeBootMs(milliseconds()).x(50).build());
    }
  }

  private long milliseconds() {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  synchronized void send(Object payload) throws IOException {
    out.reset();
    connection.send2(1, component, payload);
    sendBytes(out.toByteArray());
  }

  synchronized void sendBytes(byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, computer));
  }

  private AttitudeQuaternion attitude() {
    double[] q = quadrotor.attitude();
    double[] w = quadrotor.rates();
    return AttitudeQuaternion.builder()
        .timeBootMs(milliseconds() - attitudeDelay)
        .q1((float) q[0])
        .q2((float) q[1])
        .q3((float) q[2])
        .q4((float) q[3])
        .rollspeed(sendsNan ? Float.NaN : (float) w[0])
        .pitchspeed((float) w[1])
        .yawspeed((float) w[2])
        .reprOffsetQ(List.of(0f, 0f, 0f, 0f))
        .build();
  }

  private Odometry odometry() {
    double[] q = quadrotor.attitude();
    double[] p = quadrotor.position();
    double[] v = quadrotor.bodyVelocity();
    List<Float> unknown = java.util.Collections.nCopies(21, Float.NaN);
    return Odometry.builder()
        .timeUsec(BigInteger.valueOf(milliseconds() * 1000))
        .frameId(MavFrame.MAV_FRAME_LOCAL_NED)
        .childFrameId(EnumValue.create(MavFrame.class, 12))
        .x((float) p[0])
        .y((float) p[1])
        .z((float) p[2])
        .q(List.of((float) q[0], (float) q[1], (float) q[2], (float) q[3]))
        .vx((float) v[0])
        .vy((float) v[1])
        .vz((float) v[2])
        .poseCovariance(unknown)
        .velocityCovariance(unknown)
        .build();
  }

  private Heartbeat heartbeat() {
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_QUADROTOR)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_PX4)
        .baseMode(EnumValue.create(1 | (armed ? 128 : 0)))
        .customMode((offboard ? 6L : 3L) << 16)
        .systemStatus(MavState.MAV_STATE_ACTIVE)
        .mavlinkVersion(3)
        .build();
  }

  /** North 0.8 m, east 0.6 m, 1.5 m high, nose 30° east of north. */
  private static SetPositionTargetLocalNed setpoint() {
    return SetPositionTargetLocalNed.builder()
        .targetSystem(1)
        .targetComponent(191)
        .coordinateFrame(MavFrame.MAV_FRAME_LOCAL_NED)
        .typeMask(
            PositionTargetTypemask.POSITION_TARGET_TYPEMASK_AX_IGNORE,
            PositionTargetTypemask.POSITION_TARGET_TYPEMASK_AY_IGNORE,
            PositionTargetTypemask.POSITION_TARGET_TYPEMASK_AZ_IGNORE,
            PositionTargetTypemask.POSITION_TARGET_TYPEMASK_YAW_RATE_IGNORE)
        .x(0.8f)
        .y(0.6f)
        .z(-1.5f)
        .yaw((float) Math.toRadians(30))
        .build();
  }

  @Override
  public void close() {
    running = false;
    socket.close();
  }
}
