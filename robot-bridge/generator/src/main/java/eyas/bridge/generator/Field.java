package eyas.bridge.generator;

/**
 * One field of a message.
 *
 * @param type its type, with the package resolved
 * @param name its name in the definition
 */
public record Field(FieldType type, String name) {}
