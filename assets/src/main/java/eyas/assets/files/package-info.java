/** Files that are there whole or not at all. */
package eyas.assets.files;
