/** Analytic policy gradient: backpropagation through policy and world in fused lane kernels. */
package eyas.policies.analytic;
