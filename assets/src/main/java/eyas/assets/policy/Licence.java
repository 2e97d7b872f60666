package eyas.assets.policy;

/**
 * Under which terms the weights may be used.
 *
 * @param name SPDX identifier, such as {@code Apache-2.0}
 * @param notice copyright line and, where the licence asks for it, its whole text
 */
public record Licence(String name, String notice) {
  /** Terms of what Eyas trains itself. */
  public static Licence apache() {
    return new Licence("Apache-2.0", "Licensed under the Apache License, Version 2.0.");
  }
}
