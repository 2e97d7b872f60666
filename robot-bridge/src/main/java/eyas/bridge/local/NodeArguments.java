package eyas.bridge.local;

import eyas.bridge.link.LinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What stood on the command line: rules {@code from:=to} and {@code _name:=value} as ROS 1 writes
 * them anywhere, and after {@code --ros-args}, up to {@code --}, those of ROS 2 (design.ros2.org,
 * "ROS Command Line Arguments"). What is neither belongs to the program.
 */
public final class NodeArguments {
  /**
   * One rule.
   *
   * @param from left side; may begin with the name of the node that it is for, and a colon
   * @param to right side
   */
  public record Rule(String from, String to) {}

  private final List<Rule> remappings = new ArrayList<>();
  private final List<Rule> parameters = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  /**
   * Sorts a command line.
   *
   * @param arguments what stood there
   * @throws LinkException if a rule or its value is missing
   */
  public NodeArguments(List<String> arguments) {
    boolean rosArguments = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.equals("--ros-args") || argument.equals("--")) {
        rosArguments = argument.equals("--ros-args");
      } else if (rosArguments) {
        option(argument, rest);
      } else {
        plain(argument);
      }
    }
  }

  /** Remappings of topics, of {@code __node} (or {@code __name}) and of {@code __ns}. */
  public List<Rule> remappings() {
    return remappings;
  }

  /** Parameters of the node; the later of two wins. */
  public List<Rule> parameters() {
    return parameters;
  }

  /** Files of parameters, which the single parameters overrule. */
  public List<Path> files() {
    return files;
  }

  private void plain(String argument) {
    if (argument.indexOf(":=") < 1) {
      return;
    }
    Rule rule = rule(argument);
    boolean parameter = rule.from().startsWith("_") && !rule.from().startsWith("__");
    if (parameter) {
      parameters.add(new Rule(rule.from().substring(1), rule.to()));
    } else {
      remappings.add(rule);
    }
  }

  private void option(String option, Iterator<String> rest) {
    switch (option) {
      case "-r", "--remap" -> remappings.add(rule(value(option, rest)));
      case "-p", "--param" -> parameters.add(rule(value(option, rest)));
      case "--params-file" -> files.add(Path.of(value(option, rest)));
      // what a log shows and where it goes is decided by whoever reads /rosout
      case "--log-level", "--log-config-file", "-e", "--enclave" -> value(option, rest);
      default -> {
        if (option.contains(":=")) {
          plain(option);
        }
      }
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new LinkException("Option %s stands at the end; a value follows it.".formatted(option));
    }
    return rest.next();
  }

  private static Rule rule(String text) {
    int sign = text.indexOf(":=");
    if (sign < 1) {
      throw new LinkException("'%s' is not a rule; one is written from:=to.".formatted(text));
    }
    return new Rule(text.substring(0, sign), text.substring(sign + 2));
  }
}
