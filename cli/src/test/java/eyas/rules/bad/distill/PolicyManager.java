package eyas.rules.bad.distill;

/** Breaks a rule by its name. */
public interface PolicyManager {
  /** Breaks a rule by its name, one level down. */
  interface MathUtils {}
}
