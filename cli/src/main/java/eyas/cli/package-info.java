/** The command line: {@code eyas.cli.Main}. */
package eyas.cli;
