/** Policies on their way to a robot: which may leave, as C99, as ONNX, and how fast they step. */
package eyas.cli.onboard;
