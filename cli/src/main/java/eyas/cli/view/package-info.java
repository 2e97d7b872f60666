/** Shows one environment of a task to people: in a window, or in files. */
package eyas.cli.view;
