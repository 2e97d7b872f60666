/** The form of a student and its examination. */
package eyas.distill.student;
