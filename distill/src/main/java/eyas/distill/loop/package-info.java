/** The distillation loop, who flies, the reinforcement term, and the comparison of students. */
package eyas.distill.loop;
