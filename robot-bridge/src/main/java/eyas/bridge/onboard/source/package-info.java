/** Policies as C99 sources, generated from templates. */
package eyas.bridge.onboard.source;
