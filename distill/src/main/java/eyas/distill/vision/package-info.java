/** Online distillation of a privileged teacher into a student that sees images. */
package eyas.distill.vision;
