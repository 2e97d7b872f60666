package eyas.bridge.onboard.toolchain;

/**
 * What generated code costs on a microcontroller, compiled with -O2.
 *
 * @param core the microcontroller
 * @param flash code and constants without the self test [bytes]
 * @param flashWithSelftest code and constants with the self test [bytes]
 * @param staticRam initialised and zeroed statics of the policy [bytes]
 * @param state size of the caller's state [bytes]
 * @param stack stack of a step, found by painting it, with up to 256 bytes of its caller [bytes]
 * @param largestFrame largest frame that the compiler reports [bytes]
 * @param instructions instructions of a step; not cycles
 * @param comparison against the bundle
 */
public record Footprint(
    CortexM core,
    long flash,
    long flashWithSelftest,
    long staticRam,
    long state,
    long stack,
    long largestFrame,
    long instructions,
    Comparison comparison) {}
