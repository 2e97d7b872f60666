/** Compilers and emulators that generated sources are compared and measured with. */
package eyas.bridge.onboard.toolchain;
