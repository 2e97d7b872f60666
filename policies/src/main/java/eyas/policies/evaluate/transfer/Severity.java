package eyas.policies.evaluate.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Success of the third of the flights in which one perturbation was weakest, middle or strongest.
 *
 * @param perturbation name
 * @param low least strength in this third
 * @param high largest strength in this third
 * @param successInTraining fraction of successful flights in the training engine
 * @param successInJBullet fraction of successful flights in JBullet
 */
public record Severity(
    String perturbation,
    double low,
    double high,
    double successInTraining,
    double successInJBullet) {
  private static final int PARTS = 3;

  /** Splits flights by every perturbation. */
  static List<Severity> split(TransferFlights flights) {
    List<Severity> all = new ArrayList<>();
    for (String name : flights.perturbations().get(0).strengths().keySet()) {
      List<Double> strengths =
          flights.perturbations().stream().map(p -> p.strengths().get(name)).toList();
      List<Integer> order =
          IntStream.range(0, strengths.size())
              .boxed()
              .sorted(Comparator.comparingDouble(strengths::get))
              .toList();
      for (int part = 0; part < PARTS; part++) {
        int from = order.size() * part / PARTS;
        int to = order.size() * (part + 1) / PARTS;
        if (from < to) {
          all.add(of(name, strengths, order.subList(from, to), flights));
        }
      }
    }
    return all;
  }

  private static Severity of(
      String name, List<Double> strengths, List<Integer> members, TransferFlights flights) {
    return new Severity(
        name,
        strengths.get(members.get(0)),
        strengths.get(members.get(members.size() - 1)),
        TransferFlights.share(members.stream().map(flights.training()::get).toList()),
        TransferFlights.share(members.stream().map(flights.second()::get).toList()));
  }

  /** Returns the row for a report. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("perturbation", perturbation);
    map.put("low", low);
    map.put("high", high);
    map.put("successInTraining", successInTraining);
    map.put("successInJBullet", successInJBullet);
    return map;
  }
}
