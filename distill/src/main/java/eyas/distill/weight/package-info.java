/** Which steps and which episodes count. */
package eyas.distill.weight;
