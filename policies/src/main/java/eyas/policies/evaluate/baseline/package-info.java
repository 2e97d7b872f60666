/** Classical control to compare with: cascaded linear-quadratic regulators. */
package eyas.policies.evaluate.baseline;
