package eyas.bridge.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyas.assets.policy.ActionContract;
import eyas.assets.policy.BundleException;
import eyas.assets.policy.GateReport;
import eyas.assets.policy.GoldenVector;
import eyas.assets.policy.PolicyBundle;
import eyas.assets.policy.QuadrotorContracts;
import eyas.bridge.node.family.FamilyException;
import eyas.bridge.ros1.master.RosMaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the node does not start with, and what it says then. */
class PolicyNodeRefusalTest {
  @TempDir Path folder;
  private final RosMaster master = new RosMaster("127.0.0.1", 0);

  @AfterEach
  void stop() {
    master.close();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> start(
      PolicyBundle bundle, String... more) {
    bundle.save(folder.resolve("student"));
    return startSaved(more);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> startSaved(String... more) {
    List<String> arguments = new ArrayList<>(List.of("_policy:=" + folder.resolve("student")));
    arguments.addAll(List.of(more));
    return assertThatThrownBy(
        () -> MavrosDriver.start(master, new PolicyNode(), arguments).close());
  }

  @Test
  void weightsWithAnotherHash() throws IOException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    Path weights = folder.resolve("student/weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    startSaved().isInstanceOf(BundleException.class).hasMessageContaining("hash");
  }

  @Test
  void aContractThatWasChangedAfterSealing() throws IOException {
    TestBundles.sealed(TestBundles.rates()).save(folder.resolve("student"));
    Path document = folder.resolve("student/policy.json");
    String text = Files.readString(document);
    Files.writeString(document, text.replace("\"clip\" : 0.5", "\"clip\" : 5.5"));
    startSaved().isInstanceOf(BundleException.class).hasMessageContaining("broken seal");
  }

  @Test
  void aPolicyThatMissesItsGoldenVectors() {
    PolicyBundle bundle = TestBundles.rates();
    GoldenVector vector = bundle.contract().golden().get(0);
    List<List<Float>> outputs = new ArrayList<>(vector.outputs());
    outputs.set(0, List.of(0.1f, 0.2f, 0.3f, 0.4f));
    GoldenVector wrong = new GoldenVector(vector.inputs(), outputs);
    start(bundle.withContract(bundle.contract().withGolden(List.of(wrong), 1e-5)))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("misses its golden vector 0");
  }

  @Test
  void noSealOrAForcedOne() {
    start(TestBundles.rates())
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("not sealed");
    start(TestBundles.rates().sealForced(new GateReport(true, "weak", Map.of()), true))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("~allow_forced");
  }

  @Test
  void aPolicyForMotors() {
    start(TestBundles.sealed(TestBundles.quadrotor(QuadrotorContracts.motors())))
        .isInstanceOf(FamilyException.class)
        .hasMessageContaining("export c")
        .hasMessageContaining("actuator_motors");
  }

  @Test
  void inputsThatTheFamilyDoesNotProvide() {
    start(TestBundles.sealed(TestBundles.rates()), "_family:=mobile")
        .isInstanceOf(FamilyException.class)
        .hasMessageContaining("`position` (3 values [m], frame world)")
        .hasMessageContaining("`depth`");
  }

  @Test
  void unitsThatDiffer() {
    ActionContract rates = QuadrotorContracts.rates(6, 3);
    List<eyas.assets.policy.ActionTerm> terms = new ArrayList<>(rates.terms());
    terms.set(1, new eyas.assets.policy.ActionTerm("roll-rate", "deg/s", -300, 300));
    start(TestBundles.sealed(TestBundles.quadrotor(new ActionContract(rates.mapping(), terms, 1))))
        .isInstanceOf(FamilyException.class)
        .hasMessageContaining("`roll-rate` [deg/s]");
  }

  @Test
  void parametersThatAreImpossible() {
    PolicyBundle bundle = TestBundles.sealed(TestBundles.rates());
    start(bundle, "_rate:=250").hasMessageContaining("whole multiple");
    start(bundle, "_rate:=200", "_hover_thrust:=2").hasMessageContaining("~hover_thrust is 2");
    start(bundle, "_rate:=200", "_hover_thrust:=0.5", "_family:=quadrotor-mavro")
        .isInstanceOf(FamilyException.class)
        .hasMessageContaining("quadrotor-mavros");
  }
}
