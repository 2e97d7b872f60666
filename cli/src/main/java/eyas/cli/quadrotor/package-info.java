/** The quadrotor on the command line: its stages, comparisons and benches. */
package eyas.cli.quadrotor;
