/**
 * Scenes in JBullet: the second opinion on contacts and robots. JBullet gives bodies, collision
 * detection, hinges and its sequential solver. What it lacks is added here: the gyroscopic term,
 * joint drives, friction and armature as rows of the solver with bounded impulses, full contact
 * manifolds on planes, friction that turns with the sliding direction.
 */
package eyas.sim.engine.bullet.scene;
