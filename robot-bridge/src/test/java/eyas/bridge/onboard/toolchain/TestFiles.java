package eyas.bridge.onboard.toolchain;

import eyas.bridge.onboard.source.Template;

/** C programs among the test resources. */
final class TestFiles {
  private TestFiles() {}

  static String text(String name) {
    return Template.text("/eyas/bridge/onboard/toolchain/" + name);
  }
}
