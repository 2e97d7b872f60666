package eyas.sim.view;

import eyas.sim.sensor.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The colours of an animated picture: at most 255, found by median cut (Heckbert 1982) in a
 * histogram with 5 bits for each part of a colour.
 */
final class ColourTable {
  /** Index that stands for the pixel of the frame before. */
  static final int SAME = 255;

  private static final int CELLS = 1 << 15;

  private final long[] count = new long[CELLS];
  // of the true colours, so that greys stay grey
  private final long[] sum = new long[3 * CELLS];
  private final byte[] nearest = new byte[CELLS];
  private final int[] colours;

  /** Makes the colours for some pictures. */
  ColourTable(List<Picture> samples) {
    for (Picture sample : samples) {
      byte[] rgb = sample.rgb();
      for (int i = 0; i < rgb.length; i += 3) {
        int cell = cell(rgb, i);
        count[cell]++;
        for (int p = 0; p < 3; p++) {
          sum[3 * cell + p] += rgb[i + p] & 255;
        }
      }
    }
    List<Box> boxes = cut();
    colours = boxes.stream().mapToInt(Box::mean).toArray();
    for (int cell = 0; cell < CELLS; cell++) {
      nearest[cell] = (byte) nearestTo(cell);
    }
  }

  /** Returns the cell of the colour at a place in a picture's bytes. */
  private static int cell(byte[] rgb, int at) {
    return (rgb[at] & 0xf8) << 7 | (rgb[at + 1] & 0xf8) << 2 | (rgb[at + 2] & 0xf8) >> 3;
  }

  // part 0, 1, 2 of a cell's colour, 0 to 31
  private static int part(int cell, int part) {
    return cell >> (10 - 5 * part) & 31;
  }

  private List<Box> cut() {
    List<Integer> used = new ArrayList<>();
    for (int cell = 0; cell < CELLS; cell++) {
      if (count[cell] > 0) {
        used.add(cell);
      }
    }
    List<Box> boxes = new ArrayList<>(List.of(new Box(used)));
    while (boxes.size() < SAME) {
      Box largest = boxes.stream().max(Comparator.comparingDouble(Box::weight)).orElseThrow();
      if (largest.cells.size() < 2) {
        break;
      }
      boxes.remove(largest);
      largest.halves(boxes);
    }
    return boxes;
  }

  /** Colours that will become one. */
  private final class Box {
    private final List<Integer> cells;
    private final int longest;
    private final double weight;

    Box(List<Integer> cells) {
      this.cells = cells;
      int best = 0;
      int length = 0;
      for (int p = 0; p < 3; p++) {
        int channel = p;
        int low = cells.stream().mapToInt(c -> part(c, channel)).min().orElse(0);
        int high = cells.stream().mapToInt(c -> part(c, channel)).max().orElse(0);
        if (high - low > length) {
          length = high - low;
          best = p;
        }
      }
      longest = best;
      // many pixels, and colours that lie far apart
      weight = cells.size() < 2 ? 0 : Math.sqrt((double) pixels(cells)) * length * length;
    }

    double weight() {
      return weight;
    }

    private long pixels(List<Integer> some) {
      return some.stream().mapToLong(c -> count[c]).sum();
    }

    void halves(List<Box> out) {
      List<Integer> sorted =
          cells.stream().sorted(Comparator.comparingInt(c -> part(c, longest))).toList();
      long half = pixels(sorted) / 2;
      long seen = 0;
      int at = 0;
      while (at < sorted.size() - 1 && (at == 0 || seen < half)) {
        seen += count[sorted.get(at++)];
      }
      out.add(new Box(sorted.subList(0, at)));
      out.add(new Box(sorted.subList(at, sorted.size())));
    }

    int mean() {
      int colour = 0;
      for (int p = 0; p < 3; p++) {
        int channel = p;
        long parts = cells.stream().mapToLong(c -> sum[3 * c + channel]).sum();
        int value = (int) Math.round((double) parts / pixels(cells));
        colour = colour << 8 | value;
      }
      return colour;
    }
  }

  private int nearestTo(int cell) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int distance = 0;
      for (int p = 0; p < 3; p++) {
        int d = part(cell, p) * 8 + 4 - (colours[i] >> (16 - 8 * p) & 255);
        distance += d * d;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Returns the index of each pixel's colour. */
  byte[] indices(Picture picture) {
    byte[] rgb = picture.rgb();
    byte[] indices = new byte[rgb.length / 3];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = nearest[cell(rgb, 3 * i)];
    }
    return indices;
  }

  /** Returns red, green and blue of an index. */
  int colour(int index) {
    return index < colours.length ? colours[index] : 0;
  }
}
