/** Checkpoints: written whole or not at all, read whole or refused. */
package eyas.policies.checkpoint;
