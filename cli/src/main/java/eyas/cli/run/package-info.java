/** Runs: folders, stages, metrics, progress, and what a task implements to be run. */
package eyas.cli.run;
