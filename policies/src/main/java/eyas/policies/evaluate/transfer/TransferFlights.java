package eyas.policies.evaluate.transfer;

import java.util.List;

/**
 * Success of the same perturbed flights in two engines; all lists have the same order.
 *
 * @param perturbations of each flight
 * @param training whether it succeeded in the training engine
 * @param second whether it succeeded in the second engine
 */
record TransferFlights(
    List<Perturbation> perturbations, List<Boolean> training, List<Boolean> second) {
  TransferFlights {
    perturbations = List.copyOf(perturbations);
    training = List.copyOf(training);
    second = List.copyOf(second);
  }

  static double share(List<Boolean> flights) {
    return flights.stream().mapToInt(success -> success ? 1 : 0).average().orElse(0);
  }
}
