/** What the command line can do with scenes that need no task. */
package eyas.cli.scene;
