/** Hands: joints that are matched by name, positions that are commanded. */
package eyas.bridge.node.hand;
