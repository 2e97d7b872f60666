/** Measurements that never change the training. */
package eyas.distill.probe;
