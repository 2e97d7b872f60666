/** Distillation of students from teachers. */
package eyas.distill;
