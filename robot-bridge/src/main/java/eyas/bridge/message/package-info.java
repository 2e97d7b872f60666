/**
 * Messages of the Robot Operating System: types as generated records, and the two primitives that
 * every wire format implements, {@link eyas.bridge.message.MessageInput} and {@link
 * eyas.bridge.message.MessageOutput}.
 */
package eyas.bridge.message;
