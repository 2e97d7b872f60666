/**
 * A node without a middleware, for robots that are reached by a link of their own, and the names
 * and parameters of nodes that have no master to ask.
 */
package eyas.bridge.local;
