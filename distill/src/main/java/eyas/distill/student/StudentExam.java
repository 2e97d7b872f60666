package eyas.distill.student;

import eyas.policies.analytic.FlightProgram;
import eyas.policies.analytic.FlightRecord;
import eyas.policies.analytic.LaneNetwork;
import eyas.sim.device.ComputeDevice;
import eyas.sim.device.Lanes;
import eyas.sim.random.Philox;
import eyas.sim.task.TaskModel;

/** Whole episodes on fixed tasks with fixed starts: the same for every policy that takes it. */
public final class StudentExam implements AutoCloseable {
  private static final int DRAW_STREAM = 30;

  private final FlightProgram flight;
  private final long seed;

  /**
   * Prepares an examination.
   *
   * @param device device, stays open
   * @param lanes lane width
   * @param model task
   * @param group observation group that the policy sees
   * @param network form of the policy
   * @param parameters physical parameters, (environments, parameter rows)
   * @param seed seed of starts and disturbances
   */
  public StudentExam(
      ComputeDevice device,
      Lanes lanes,
      TaskModel model,
      String group,
      LaneNetwork network,
      float[] parameters,
      long seed) {
    this.seed = seed;
    int environments = parameters.length / model.description().parameterRows();
    this.flight = new FlightProgram(device, lanes, model, group, network, environments);
    flight.parameters(parameters);
  }

  /** Draws {@code count} tasks of the model's distribution, (count, parameter rows). */
  public static float[] draw(TaskModel model, int count, long seed) {
    float[] one = new float[model.description().parameterRows()];
    float[] all = new float[count * one.length];
    for (int i = 0; i < count; i++) {
      model.sampleParameters(new Philox(seed, i, 0, 0, DRAW_STREAM), one);
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return all;
  }

  /**
   * Flies a policy.
   *
   * @param weights packed weights
   * @param episodes episodes on each task
   */
  public ExamResult take(float[] weights, int episodes) {
    flight.weights(weights);
    ExamResult sum = new ExamResult(0, 0, 0);
    for (int episode = 0; episode < episodes; episode++) {
      FlightRecord record = flight.fly(seed, episode);
      sum =
          sum.plus(new ExamResult(record.meanReturn(), record.meanLength(), record.failedShare()));
    }
    return sum.over(episodes);
  }

  @Override
  public void close() {
    flight.close();
  }
}
