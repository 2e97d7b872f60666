package eyas.sim.task;

/**
 * The whole content of a world. Arrays are as on the device: [row][environment], padded.
 *
 * @param seed seed of the random numbers
 * @param state state rows
 * @param parameters parameter rows
 * @param counters age [steps] of each environment, then its episode count
 */
public record WorldSnapshot(long seed, float[] state, float[] parameters, int[] counters) {}
