package eyas.assets.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** "Did you mean" for keys, tasks, profiles and other names, by edit distance. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The candidate nearest to a word, if one is near enough: at most a third of the longer word's
   * letters have to change (at least two may).
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      int allowed = Math.max(2, Math.max(word.length(), candidate.length()) / 3);
      if (distance <= allowed && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return bestDistance == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
  }

  /** A sentence for an error message: the nearest candidate, if any, and all that is allowed. */
  public static String sentence(String word, Collection<String> candidates) {
    List<String> allowed = new ArrayList<>(candidates);
    String list = allowed.isEmpty() ? "none" : String.join(", ", allowed);
    return closest(word, allowed).map(near -> "Did you mean `" + near + "`? ").orElse("")
        + "Allowed: "
        + list
        + ".";
  }

  /** Edit distance with insertion, deletion, substitution and swap of neighbours at cost one. */
  static int distance(String first, String second) {
    int[][] table = new int[first.length() + 1][second.length() + 1];
    for (int i = 0; i <= first.length(); i++) {
      for (int j = 0; j <= second.length(); j++) {
        table[i][j] = cell(first, second, table, i, j);
      }
    }
    return table[first.length()][second.length()];
  }

  private static int cell(String first, String second, int[][] table, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
    int best = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1);
    best = Math.min(best, table[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && first.charAt(i - 1) == second.charAt(j - 2)
            && first.charAt(i - 2) == second.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
