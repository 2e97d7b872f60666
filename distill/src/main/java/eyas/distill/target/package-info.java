/** What a student aims at and how the distance to it is measured. */
package eyas.distill.target;
