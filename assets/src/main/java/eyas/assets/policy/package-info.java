/**
 * Policy bundles: a contract of names, units and frames, the weights, golden vectors and a seal.
 */
package eyas.assets.policy;
