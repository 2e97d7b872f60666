/** Policies run in plain Java, without allocation per step. */
package eyas.assets.policy.inference;
