package eyas.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import eyas.bridge.message.MessageReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static final MessageReader ONE = in -> {};
  private static final MessageReader OTHER = in -> {};

  private final Readers readers = new Readers();
  private final List<Integer> read = new ArrayList<>();

  private void add(MessageReader reader) {
    readers.add(
        reader,
        (given, bytes) -> {
          assertThat(given).isSameAs(reader);
          assertThat(bytes).hasSize(1);
          read.add((int) bytes[0]);
        });
  }

  @Test
  void theFirstReaderIsGivenWhatCameBeforeIt() {
    byte[] buffer = {1, 99};
    assertThat(readers.of(buffer, 1)).isEmpty();
    buffer[0] = 2;
    assertThat(readers.of(buffer, 1)).isEmpty();
    add(ONE);
    assertThat(read).containsExactly(1, 2);
    assertThat(readers.of(buffer, 1)).containsExactly(ONE);
    add(OTHER);
    assertThat(read).containsExactly(1, 2);
    assertThat(readers.of(buffer, 1)).containsExactly(ONE, OTHER);
  }

  @Test
  void onlyTheNewestMessagesAreKept() {
    for (byte i = 0; i < 20; i++) {
      assertThat(readers.of(new byte[] {i}, 1)).isEmpty();
    }
    add(ONE);
    assertThat(read).hasSize(16).startsWith(4).endsWith(19);
  }
}
