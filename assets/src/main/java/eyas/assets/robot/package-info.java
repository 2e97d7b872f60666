/** What a robot is made of: parameters, their readers, and named real robots with their sources. */
package eyas.assets.robot;
