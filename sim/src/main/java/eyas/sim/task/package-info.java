/** Tasks and the batched worlds that run them. */
package eyas.sim.task;
