/** Measurements of the bridge with programs of others at the other end. */
package eyas.bridge.bench;
