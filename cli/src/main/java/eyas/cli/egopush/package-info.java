/** What the command line can do with EgoPush. */
package eyas.cli.egopush;
