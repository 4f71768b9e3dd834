package se.byggsten.forms.draft.internal;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.Position;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FormDefinition;

/** Changes the head of a stored state, which no run may change. */
public final class StateBytes {
  private static final DataLimits LIMITS = new DataLimits(16_000_000, 40, 400_000);
  private static final int KEY_BYTES = 24;

  private StateBytes() {}

  /**
   * Pins a state to another version of its form.
   *
   * @param state as a run wrote it
   * @param form the version, in which every answer of the state means the same
   * @return the state, for a run of that version to read
   * @throws se.byggsten.core.data.DataException when it is not a state
   */
  public static byte[] pinned(byte[] state, FormDefinition form) {
    Map<String, DataNode> head = new LinkedHashMap<>();
    Position nowhere = read(state).position();
    head.put("version", new DataNode.Numeric(BigDecimal.valueOf(form.version()), nowhere));
    head.put("sha256", new DataNode.Text(form.sha256(), nowhere));
    return with(state, head);
  }

  /**
   * Gives a state a submission key of its own, so that what is sent from it is not taken for what
   * was sent from the state that it is a copy of.
   *
   * @param state as a run wrote it
   * @return the state with a new key
   * @throws se.byggsten.core.data.DataException when it is not a state
   */
  public static byte[] renewed(byte[] state) {
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(Sealing.random(KEY_BYTES));
    return with(state, Map.of("key", new DataNode.Text(key, read(state).position())));
  }

  private static DataNode read(byte[] state) {
    return DataReader.json().within(LIMITS).read("state", state);
  }

  private static byte[] with(byte[] state, Map<String, DataNode> head) {
    DataNode node = read(state);
    if (node instanceof DataNode.Fields fields) {
      Map<String, DataNode> values = new LinkedHashMap<>(fields.values());
      values.putAll(head);
      if (values.keySet().equals(fields.values().keySet())) {
        return JsonWriter.compact().writeBytes(values);
      }
    }
    throw new IllegalArgumentException("A run writes a state with version, hash and key");
  }
}
