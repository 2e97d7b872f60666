/** A window that shows pictures, and animated pictures in files. */
package eyas.sim.view;
