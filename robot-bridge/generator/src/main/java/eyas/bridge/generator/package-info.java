/**
 * Reads {@code .msg} and {@code .srv} text and writes Java records; runs when the bridge is built.
 */
package eyas.bridge.generator;
