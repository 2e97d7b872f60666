/**
 * Robot families: which named inputs a robot provides, which named outputs it takes, and how a
 * policy's contract is matched with them.
 */
package eyas.bridge.node.family;
