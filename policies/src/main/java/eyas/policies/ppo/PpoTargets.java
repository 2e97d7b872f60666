package eyas.policies.ppo;

/**
 * What a rollout is learned towards, each (steps, environments).
 *
 * @param advantages normalised to mean 0 and deviation 1
 * @param targets value targets, normalised
 * @param oldValues values when the actions were taken, normalised alike
 * @param explainedVariance 1 − var(return − value) / var(return)
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record PpoTargets(
    float[] advantages, float[] targets, float[] oldValues, double explainedVariance) {}
