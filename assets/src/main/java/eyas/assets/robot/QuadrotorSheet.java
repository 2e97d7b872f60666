package eyas.assets.robot;

/**
 * A named real quadrotor as its YAML states it, each number with its source; for the meaning of the
 * keys see {@link QuadrotorParameters}. Inverse inertias follow from the inertias; start and
 * termination distances are 10 and 20 times the distance of a rotor from the centre, as in RAPTOR.
 *
 * @param title full name
 */
public record QuadrotorSheet(
    String title,
    SourcedNumber mass,
    SourcedNumber thrustConstant,
    SourcedNumber thrustLinear,
    SourcedNumber thrustQuadratic,
    SourcedNumber arm,
    SourcedNumber torqueConstant,
    SourcedNumber motorRise,
    SourcedNumber motorFall,
    SourcedNumber jxx,
    SourcedNumber jyy,
    SourcedNumber jzz,
    SourcedNumber forceDeviation,
    SourcedNumber dragHorizontal,
    SourcedNumber dragVertical) {
  /** The numbers without their sources. */
  public QuadrotorParameters parameters(String name) {
    double rotorDistance = Math.sqrt(2) * arm.value();
    return new QuadrotorParameters(
        name,
        mass.value(),
        thrustConstant.value(),
        thrustLinear.value(),
        thrustQuadratic.value(),
        arm.value(),
        torqueConstant.value(),
        motorRise.value(),
        motorFall.value(),
        jxx.value(),
        jyy.value(),
        jzz.value(),
        1 / jxx.value(),
        1 / jyy.value(),
        1 / jzz.value(),
        forceDeviation.value(),
        10 * rotorDistance,
        20 * rotorDistance,
        dragHorizontal.value(),
        dragVertical.value());
  }
}
