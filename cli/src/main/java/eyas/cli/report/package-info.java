/** Reports of runs: a page for readers and a file for programs. */
package eyas.cli.report;
