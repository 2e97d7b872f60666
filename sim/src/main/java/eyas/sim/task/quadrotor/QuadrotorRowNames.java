package eyas.sim.task.quadrotor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What lies in each row of {@link QuadrotorLayout}, in words. */
public final class QuadrotorRowNames {
  private static final List<String> PARAMETERS =
      List.of(
          "thrust curve's constant",
          "thrust curve's slope",
          "thrust curve's square",
          "arm",
          "torque constant",
          "inverse mass",
          "inertia x",
          "inertia y",
          "inertia z",
          "inverse inertia x",
          "inverse inertia y",
          "inverse inertia z",
          "inverse motor rise time",
          "inverse motor fall time",
          "termination distance",
          "start distance",
          "force deviation",
          "drag across",
          "drag along",
          "command delay",
          "torque deviation",
          "gust force deviation",
          "gust torque deviation",
          "rate gain x",
          "rate gain y",
          "rate gain z",
          "rate damping x",
          "rate damping y",
          "rate damping z",
          "reference kind",
          "reference period");

  private QuadrotorRowNames() {}

  /** Returns what lies in a state row. */
  public static String state(QuadrotorLayout layout, int row) {
    Map.Entry<Integer, String> field = fields(layout).floorEntry(row);
    int component = row - field.getKey();
    String[] components = field.getValue().split(" / ", 2);
    return components[0] + " " + components[1].charAt(component);
  }

  /** Returns what lies in a parameter row. */
  public static String parameter(int row) {
    return row < PARAMETERS.size()
        ? PARAMETERS.get(row)
        : "teacher's feature " + (row - PARAMETERS.size() + 1);
  }

  // first row to name and one letter for each row
  private static NavigableMap<Integer, String> fields(QuadrotorLayout layout) {
    Map<Integer, String> fields = new LinkedHashMap<>();
    fields.put(QuadrotorLayout.POSITION, "position / xyz");
    fields.put(QuadrotorLayout.ATTITUDE, "attitude / wxyz");
    fields.put(QuadrotorLayout.VELOCITY, "linear velocity / xyz");
    fields.put(QuadrotorLayout.BODY_RATES, "body rate / xyz");
    fields.put(QuadrotorLayout.ROTORS, "rotor speed / 1234");
    fields.put(QuadrotorLayout.ACTION, "last command / 1234");
    fields.put(QuadrotorLayout.FORCE, "disturbance force / xyz");
    if (layout.disturbance()) {
      fields.put(layout.torque(), "disturbance torque / xyz");
      fields.put(layout.torque() + 3, "gust force / xyz");
      fields.put(layout.torque() + 6, "gust torque / xyz");
    }
    if (layout.delay()) {
      fields.put(layout.olderActions(), "command before the last / 1234");
      fields.put(layout.olderActions() + 4, "command two before the last / 1234");
    }
    if (layout.noise()) {
      fields.put(layout.noiseRow(), "noise of position / xyz");
      fields.put(layout.noiseRow() + 3, "noise of attitude / xyz");
      fields.put(layout.noiseRow() + 6, "noise of linear velocity / xyz");
      fields.put(layout.noiseRow() + 9, "noise of body rate / xyz");
    }
    if (layout.reference()) {
      fields.put(layout.referenceRow(), "target position / xyz");
      fields.put(layout.referenceRow() + 3, "target velocity / xyz");
      fields.put(layout.referenceRow() + 6, "unsmoothed target position / xyz");
      fields.put(layout.referenceRow() + 9, "unsmoothed target velocity / xyz");
    }
    return new TreeMap<>(fields);
  }
}
