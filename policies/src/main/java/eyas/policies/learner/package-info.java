/** The contract of everything that learns a policy, whatever its algorithm. */
package eyas.policies.learner;
