package eyas.cli.onboard;

import eyas.assets.policy.PolicyBundle;
import eyas.cli.run.GateException;
import java.nio.file.Path;

/** The rule for bundles that leave for a robot: sealed, and without force not by a forced seal. */
public final class LeavingBundle {
  private LeavingBundle() {}

  /**
   * Reads a bundle that may leave.
   *
   * @param folder the bundle
   * @param force whether a forced seal is good enough
   */
  public static PolicyBundle read(Path folder, boolean force) {
    PolicyBundle bundle = PolicyBundle.load(folder);
    String name = bundle.contract().name();
    if (!bundle.isSealed()) {
      throw new GateException(
          "Policy '"
              + name
              + "' may not leave: it is not sealed. Fly it with ./eyas transfer and seal it with"
              + " ./eyas export "
              + bundle.contract().task()
              + " --policy "
              + folder
              + ".");
    }
    if (bundle.seal().orElseThrow().forced() && !force) {
      throw new GateException(
          "Policy '"
              + name
              + "' may not leave: its seal was forced, it has not passed the usual transfer gate. For"
              + " a test stand, export it with --force; the code will say so.");
    }
    return bundle;
  }
}
