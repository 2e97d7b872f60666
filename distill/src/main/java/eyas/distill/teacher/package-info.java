/** Training one conditioned teacher or a fleet of them. */
package eyas.distill.teacher;
