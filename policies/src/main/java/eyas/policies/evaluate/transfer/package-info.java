/** The transfer gate: the same perturbed flights in the training engine and in a second one. */
package eyas.policies.evaluate.transfer;
