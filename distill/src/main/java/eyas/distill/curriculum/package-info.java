/** Which tasks are practised. */
package eyas.distill.curriculum;
