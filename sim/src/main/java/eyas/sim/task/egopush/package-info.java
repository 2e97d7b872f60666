/** The task EgoPush: a mobile robot pushes boxes, one after the other, into a formation. */
package eyas.sim.task.egopush;
