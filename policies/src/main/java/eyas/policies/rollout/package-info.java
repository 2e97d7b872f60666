/** Collecting experience: acting, storing, normalising, advantages. */
package eyas.policies.rollout;
