package eyas.bridge.local;

import eyas.bridge.link.Log;
import java.io.PrintStream;

/** Writes to the console; debug messages are left out. */
final class ConsoleLog implements Log {
  private final String node;
  private final PrintStream console;

  ConsoleLog(String node, PrintStream console) {
    this.node = node;
    this.console = console;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {
    console.println("[INFO] " + node + ": " + message);
  }

  @Override
  public void warn(String message) {
    console.println("[WARN] " + node + ": " + message);
  }

  @Override
  public void error(String message) {
    console.println("[ERROR] " + node + ": " + message);
  }
}
