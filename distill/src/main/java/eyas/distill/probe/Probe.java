package eyas.distill.probe;

/** Measures something about a student's flight; it never changes the training. */
public interface Probe {
  /** Returns the name of the figure. */
  String name();

  /** Measures. */
  double measure(ProbeData data);
}
