/** How policies are judged that push boxes into a formation, and a scripted one to compare with. */
package eyas.policies.evaluate.push;
