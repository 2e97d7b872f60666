/** What a policy network is made of, its weights, its form in DJL, and the optimizer. */
package eyas.policies.network;
