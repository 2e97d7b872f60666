/**
 * A probe: one finger with three hinges in reduced coordinates (textbook and lane kernel) and as
 * JBullet bodies. {@code FingerFigures} prints the figures; what they say for hands:
 *
 * <ul>
 *   <li>JBullet's hinges hold. Free swing for 1 s, 10 solver iterations: the ends of a joint part
 *       by 0.31 mm at 2 ms, 0.08 mm at 1 ms, 0.02 mm at 0.5 ms; axes tilt by 1.9, 0.5, 0.1 mrad;
 *       energy is lost by 1.1, 0.4, 0.04 % of the finger's weight times 5 cm. More iterations do
 *       not always help: 50 at 0.5 ms tilted an axis by 18 mrad.
 *   <li>JBullet has no armature. Added to the links it is felt by other joints too: a servo step of
 *       0.3, 0.8 and 0.6 rad then differs by up to 0.075 rad in transit, whatever the step, while
 *       the integration itself errs by 0.014 rad at 1 ms and by 0.20 rad at 2 ms.
 *   <li>Without armature a drive of 0.03 N m s/rad on a 10 g finger tip is unstable in JBullet even
 *       at 0.1 ms, because torques are explicit: kd dt / I must stay below 2. Hands need armature
 *       and 1 ms there.
 *   <li>Reduced coordinates with drive and friction implicit in the speed err by 0.016 rad at 2 ms
 *       and 0.006 rad at 1 ms, and are stable without armature. The torque limit has to be decided
 *       after a first solve: deciding by the torque at the start of the substep gave 0.70 rad
 *       instead of 0.010 rad at 1 ms without armature.
 *   <li>Energy of the kernel's free swing rises by 1.8 % in 1 s at 1 ms (semi-implicit Euler with
 *       explicit velocity products), 0.4 % at 0.25 ms.
 *   <li>2 shared cores: about 35 million finger substeps/s in 16 lanes, 0.03 to 0.07 million in
 *       JBullet on one core.
 * </ul>
 */
package eyas.sim.engine.chain;
