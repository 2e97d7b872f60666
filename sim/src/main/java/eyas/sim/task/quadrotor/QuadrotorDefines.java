package eyas.sim.task.quadrotor;

import eyas.sim.device.KernelSource;

/** Bakes a preset's constants into the kernels. */
final class QuadrotorDefines {
  private QuadrotorDefines() {}

  static KernelSource addTo(KernelSource source, QuadrotorConfig c) {
    return loss(observation(episode(source, c), c), c.loss());
  }

  private static KernelSource episode(KernelSource source, QuadrotorConfig c) {
    return source
        .define("START_AT_TARGET", c.start().atTarget())
        .define("START_TILT", c.start().tilt())
        .define("START_SPEED", c.start().speed())
        .define("START_RATES", c.start().bodyRates())
        .define("START_ROTORS", c.start().rotors())
        .define("TERM_SPEED", c.end().speed())
        .define("TERM_RATE", c.end().bodyRates())
        .define("REWARD_ALIVE", c.reward().alive())
        .define("REWARD_POSITION", c.reward().position())
        .define("REWARD_HEADING", c.reward().heading())
        .define("REWARD_COMMAND", c.reward().command())
        .define("REWARD_FAILURE", c.reward().failure());
  }

  private static KernelSource observation(KernelSource source, QuadrotorConfig c) {
    return source
        .define("POSITION_CLIP", c.observation().positionClip())
        .define("VELOCITY_CLIP", c.observation().velocityClip())
        .define("NOISE_POSITION", c.observation().noisePosition())
        .define("NOISE_ATTITUDE", c.observation().noiseAttitude())
        .define("NOISE_VELOCITY", c.observation().noiseVelocity())
        .define("NOISE_RATES", c.observation().noiseBodyRates())
        .define("MAX_ROLL_RATE", c.rates().roll())
        .define("MAX_YAW_RATE", c.rates().yaw());
  }

  private static KernelSource loss(KernelSource source, QuadrotorConfig.Loss loss) {
    return source
        .define("LOSS_POSITION", loss.position())
        .define("SMOOTH_POSITION", loss.smoothPosition())
        .define("LOSS_HEADING", Math.sqrt(2) * loss.heading())
        .define("SMOOTH_HEADING", loss.smoothHeading())
        .define("LOSS_COMMAND", loss.command())
        .define("SMOOTH_COMMAND", loss.smoothCommand())
        .define("LOSS_EXCESS", loss.excess())
        .define("BARRIER_SPEED", loss.barrierSpeed())
        .define("BARRIER_SPEED_FROM", loss.barrierSpeedFrom())
        .define("BARRIER_RATE", loss.barrierBodyRates())
        .define("BARRIER_RATE_FROM", loss.barrierBodyRatesFrom())
        .define("BARRIER_POSITION", loss.barrierPosition())
        .define("BARRIER_POSITION_FROM", loss.barrierPositionFrom())
        .define("LOOSE_SPEED", loss.lostSpeed())
        .define("LOOSE_RATE", loss.lostBodyRates())
        .define("LOOSE_POSITION", loss.lostPosition());
  }
}
