/**
 * YAML and JSON read into records: profiles, overrides, and refusals that say where and what is
 * allowed.
 */
package eyas.assets.config;
