package eyas.cli.run;

import java.util.List;

/**
 * How a chain of stages ended.
 *
 * @param outcome done, gate failed or stopped
 * @param stages the stages that have reached their end, in order
 */
public record ChainResult(StageResult.Outcome outcome, List<StageMarker> stages) {
  /** Copies the list. */
  public ChainResult {
    stages = List.copyOf(stages);
  }
}
