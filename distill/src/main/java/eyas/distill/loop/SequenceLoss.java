package eyas.distill.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import eyas.distill.target.Divergence;
import eyas.distill.target.Gaussians;
import eyas.distill.target.Target;
import eyas.policies.network.Scaled;
import eyas.policies.network.TensorCopy;

/**
 * The weighted mean of the divergence over a window.
 *
 * @param target what the student aims at
 * @param divergence distance to it
 */
record SequenceLoss(Target target, Divergence divergence) {
  NDArray of(Gaussians student, SequenceWindow window, NDManager scope) {
    Shape shape = new Shape(window.steps(), window.environments(), window.actions());
    Gaussians teacher =
        new Gaussians(
            TensorCopy.create(scope, window.teacherMeans(), shape),
            TensorCopy.create(scope, window.teacherLogDeviations(), shape));
    NDArray weights =
        TensorCopy.create(
            scope, window.weights(), new Shape(window.steps(), window.environments()));
    NDArray distance = divergence.between(student, target.of(teacher));
    return Scaled.by(distance.mul(weights).sum(), 1 / Math.max(1e-6, window.weightSum()));
  }
}
