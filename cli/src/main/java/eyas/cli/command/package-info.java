/** The commands, one small class each. */
package eyas.cli.command;
