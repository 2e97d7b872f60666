package eyas.bridge.node.mobile;

import eyas.bridge.message.sensor_msgs.CameraInfo;
import eyas.bridge.message.sensor_msgs.Image;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.node.family.Settings;
import eyas.bridge.node.input.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Depth images in either encoding of REP 118: {@code 32FC1} in metres, {@code 16UC1} in
 * millimetres; of either byte order. They are sampled at the nearest pixel to the size that the
 * policy sees. 0, NaN and infinity are no measurement and become {@code ~depth_invalid}.
 */
final class DepthReader {
  private static final double FOV_TOLERANCE = 0.05;

  private final Source source;
  private final int width;
  private final int height;
  private final double invalid;
  private final double farthest;
  private final double fieldOfView;
  private final double[] values;
  private volatile double seenFieldOfView = Double.NaN;

  DepthReader(Settings settings, int size, Source source) {
    this.source = source;
    this.width = settings.whole("depth_width", widthOf(size), 1, 4096);
    this.height = settings.whole("depth_height", Math.max(1, size / width), 1, 4096);
    this.invalid = settings.number("depth_invalid", 0, 0, 1000);
    this.farthest = settings.number("depth_max", 10, 0.1, 1000);
    this.fieldOfView = settings.number("depth_fov", 0, 0, Math.PI);
    this.values = new double[size];
    if (width * height != size) {
      throw new FamilyException(
          "Parameters ~depth_width and ~depth_height are %d and %d, but the policy sees %d depth values; their product must be that."
              .formatted(width, height, size));
    }
  }

  /** The width of a picture of 4:3, if there is one of that many pixels; else one row. */
  private static int widthOf(int size) {
    int guess = (int) Math.round(Math.sqrt(size * 4 / 3.0));
    return guess > 0 && size % guess == 0 ? guess : size;
  }

  /** Remembers the camera's horizontal field of view. */
  void info(CameraInfo info) {
    double fx = info.k()[0];
    seenFieldOfView =
        fx > 0 ? 2 * Math.atan(Integer.toUnsignedLong(info.width()) / (2 * fx)) : Double.NaN;
  }

  /** Samples an image. */
  synchronized void image(Image image) {
    if (fieldOfView > 0 && !fieldOfViewFits()) {
      return;
    }
    int bytes = image.encoding().equals("32FC1") ? 4 : image.encoding().equals("16UC1") ? 2 : 0;
    long rows = Integer.toUnsignedLong(image.height());
    long columns = Integer.toUnsignedLong(image.width());
    long step = Integer.toUnsignedLong(image.step());
    if (bytes == 0) {
      source.refuse(
          "A depth image has the encoding %s; 32FC1 (metres) and 16UC1 (millimetres) are taken."
              .formatted(image.encoding()));
    } else if (rows == 0
        || columns == 0
        || step < columns * bytes
        || image.data().length < step * (rows - 1) + columns * bytes) {
      source.refuse(
          "A depth image of %d × %d has rows of %d bytes and %d bytes of data, which is too little."
              .formatted(columns, rows, step, image.data().length));
    } else {
      sample(image, bytes, (int) rows, (int) columns, (int) step);
      source.offer(image.header().stamp().toNanoseconds(), values);
    }
  }

  private boolean fieldOfViewFits() {
    double seen = seenFieldOfView;
    boolean fits = Math.abs(seen - fieldOfView) <= FOV_TOLERANCE * fieldOfView;
    if (!fits) {
      source.refuse(
          "The camera sees %s rad wide by its camera_info, but ~depth_fov is %s rad."
              .formatted(Double.isNaN(seen) ? "an unknown angle of" : seen, fieldOfView));
    }
    return fits;
  }

  private void sample(Image image, int bytes, int rows, int columns, int step) {
    ByteBuffer data =
        ByteBuffer.wrap(image.data())
            .order(image.isBigendian() != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < height; i++) {
      int row = (int) ((2L * i + 1) * rows / (2L * height));
      for (int j = 0; j < width; j++) {
        int at = row * step + (int) ((2L * j + 1) * columns / (2L * width)) * bytes;
        double metres =
            bytes == 4 ? data.getFloat(at) : Short.toUnsignedInt(data.getShort(at)) * 1e-3;
        boolean measured = metres > 0 && Double.isFinite(metres);
        values[i * width + j] = measured ? Math.min(metres, farthest) : invalid;
      }
    }
  }
}
