/**
 * Scenes in JBullet: the second opinion on contacts and robots. JBullet gives bodies, broad phase,
 * nearest points, contact and friction rows and its sequential solver. What it lacks or gets wrong
 * is added here:
 *
 * <ul>
 *   <li>the gyroscopic term, with the angular momentum kept while a body turns;
 *   <li>joints, drives, friction, armature and limits as rows whose bounds hold for the sum over
 *       all iterations, and which start from the impulses of the step before;
 *   <li>whole contact manifolds in every step: planes, boxes by separating axes, flat sides of any
 *       convex shapes (JBullet adds one point a step, and its GJK errs where contacts are shallow);
 *   <li>friction against the direction of sliding alone (JBullet bounds two fixed directions apart,
 *       and starts from mixed-up impulses);
 *   <li>one solve for all bodies (JBullet's islands lose constraints when several hang on one
 *       static body).
 * </ul>
 */
package eyas.sim.engine.bullet.scene;
