package eyas.sim.task;

import java.util.List;

/** A named list of observation terms; the type says whether a robot can sense it. */
public sealed interface ObservationGroup {
  /** Returns the group's name. */
  String name();

  /** Returns the terms in order. */
  List<ObservationTerm> terms();

  /** Returns the number of features. */
  default int size() {
    return terms().stream().mapToInt(ObservationTerm::size).sum();
  }

  /** What a robot's own sensors give: the only kind a student is built from. */
  record Sensed(String name, List<ObservationTerm> terms) implements ObservationGroup {
    /** Copies the terms. */
    public Sensed {
      terms = List.copyOf(terms);
    }
  }

  /** What only a simulator knows: for teachers and critics. */
  record Privileged(String name, List<ObservationTerm> terms) implements ObservationGroup {
    /** Copies the terms. */
    public Privileged {
      terms = List.copyOf(terms);
    }
  }
}
