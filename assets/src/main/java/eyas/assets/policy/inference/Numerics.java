package eyas.assets.policy.inference;

import eyas.assets.policy.Activation;

/**
 * Activations in single precision, from additions, products and one division only: the generated C
 * code does the same and gives the same bits.
 */
final class Numerics {
  /** Where tanh is one within 3e-7. */
  private static final float LARGEST = 0x1.f9999ap+2f;

  private Numerics() {}

  /**
   * Hyperbolic tangent, wrong by less than 4e-7, never above 1: x P(x^2) / Q(x^2), a minimax fit of
   * degree 5 and 3 on [-7.9, 7.9], limited to that. NaN stays NaN.
   */
  static float tanh(float x) {
    float y = Math.max(-LARGEST, Math.min(LARGEST, x));
    float q = y * y;
    float p = 0x1.a821f6p-36f;
    p = p * q + -0x1.001d36p-26f;
    p = p * q + 0x1.4d857ep-17f;
    p = p * q + 0x1.883016p-9f;
    p = p * q + 0x1.09ee9cp-3f;
    p = p * q + 1f;
    float d = 0x1.f35238p-13f;
    d = d * q + 0x1.8a16fep-6f;
    d = d * q + 0x1.da4c9ap-2f;
    d = d * q + 1f;
    return y * p / d;
  }

  /** Logistic function, wrong by less than 2e-7. */
  static float sigmoid(float x) {
    return 0.5f + 0.5f * tanh(0.5f * x);
  }

  /** Hyperbolic tangent of the first values of an array, in place. */
  static void tanh(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = tanh(x[i]);
    }
  }

  /** Logistic function of the first values of an array, in place. */
  static void sigmoid(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = sigmoid(x[i]);
    }
  }

  /** Applies an activation to the first values of an array, in place. */
  static void activate(Activation activation, float[] x, int count) {
    if (activation == Activation.RELU) {
      for (int i = 0; i < count; i++) {
        x[i] = x[i] < 0 ? 0 : x[i];
      }
    } else if (activation == Activation.TANH) {
      tanh(x, count);
    }
  }
}
