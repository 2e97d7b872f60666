package eyas.distill.curriculum;

import eyas.sim.random.Philox;

/** Chooses the next cell (quadrotor, task variant) to practise on. */
public interface TaskSampler {
  /** Returns a cell from 0 to {@code cells} − 1. */
  int next(int cells, Philox random);

  /** Learns how an episode on a cell came out; samplers without memory ignore it. */
  default void record(int cell, double outcome) {}

  /** All cells alike, whatever their outcomes. */
  static TaskSampler uniform() {
    return (cells, random) -> random.nextInt(cells);
  }
}
