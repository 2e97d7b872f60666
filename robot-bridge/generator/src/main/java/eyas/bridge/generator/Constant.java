package eyas.bridge.generator;

/**
 * One constant of a message.
 *
 * @param type a primitive
 * @param name its name
 * @param value as written
 */
public record Constant(String type, String name, String value) {}
