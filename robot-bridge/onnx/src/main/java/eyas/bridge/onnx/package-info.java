/** Policies as ONNX models, checked in ONNX Runtime; needed only where one exports. */
package eyas.bridge.onnx;
