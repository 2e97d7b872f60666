/** Proximal policy optimisation (Schulman et al. 2017) with DJL. */
package eyas.policies.ppo;
