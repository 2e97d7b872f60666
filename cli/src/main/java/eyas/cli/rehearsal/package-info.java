/** Flying a policy over topics without hardware: master, robot, policy node, operator, report. */
package eyas.cli.rehearsal;
