/** Scenes: robots, free bodies and fixtures, and the kinematic trees that engines advance. */
package eyas.assets.scene;
