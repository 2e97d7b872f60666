/** Vectors, rotations, poses and inertias in double precision; all immutable. */
package eyas.assets.spatial;
