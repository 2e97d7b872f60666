package eyas.assets.policy;

import java.util.List;
import java.util.Optional;

/**
 * One network applied to every slice of the input. The input begins with equal slices, one after
 * the other; what follows them passes through unchanged behind the results. Slices form groups of
 * neighbours, and the result of a group is the maximum over its slices, output by output. Points of
 * objects are slices of three numbers and an object is a group (PointNet, Qi et al. 2017); images
 * that one encoder sees are groups of one slice.
 *
 * @param network applied to each slice, without memory
 * @param groups number of slices of each group
 * @param excluded a slice that holds nothing but this number does not take part in the maximum, and
 *     a group without other slices gives zeros; empty if such slices are slices like others. What a
 *     camera does not see is commonly written as -10.
 */
public record SharedSlices(NetworkSpec network, List<Integer> groups, Optional<Double> excluded) {
  /** Refuses networks with memory and empty groups. */
  public SharedSlices {
    groups = List.copyOf(groups);
    BundleException.require(
        network.stateSize() == 0, "A network that slices share cannot have memory; use no GRU.");
    BundleException.require(
        !groups.isEmpty() && groups.stream().allMatch(size -> size >= 1),
        "Slices come in groups of at least one, but the groups are " + groups + ".");
    BundleException.require(
        excluded.isEmpty() || Double.isFinite(excluded.get()),
        "The number that excludes a slice must be finite.");
  }

  /** Number of slices. */
  public int slices() {
    return groups.stream().mapToInt(Integer::intValue).sum();
  }

  /** Numbers of the input that belong to slices. */
  public int inputs() {
    return slices() * network.inputs();
  }

  /** Numbers of the output that belong to groups. */
  public int outputs() {
    return groups.size() * network.outputs();
  }
}
