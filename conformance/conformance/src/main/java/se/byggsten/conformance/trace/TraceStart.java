package se.byggsten.conformance.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.forms.run.KnownRow;
import se.byggsten.forms.run.PrefillValue;

/** What a run of a trace begins with. */
final class TraceStart {
  private final Instant at;

  TraceStart(Instant at) {
    this.at = at;
  }

  Map<String, PrefillValue> known(Optional<DataView> known) {
    Map<String, PrefillValue> values = new LinkedHashMap<>();
    known.ifPresent(all -> all.entries().forEach((source, one) -> values.put(source, value(one))));
    return values;
  }

  private PrefillValue value(DataView known) {
    String source = known.required("source").text();
    Instant when = known.optional("at").map(Trace::instant).orElse(at);
    Optional<DataView> parts = known.optional("parts");
    if (parts.isPresent() == known.optional("value").isPresent()) {
      throw known.problem(DataException.BAD_VALUE, "give value or parts");
    }
    if (parts.isEmpty()) {
      return new PrefillValue(known.required("value").exact(10_000), source, when);
    }
    List<Map.Entry<String, String>> list = new ArrayList<>();
    parts.get().entries().forEach((name, part) -> list.add(Map.entry(name, part.exact(10_000))));
    return PrefillValue.ofParts(list, source, when);
  }

  Map<String, List<KnownRow>> rows(Optional<DataView> rows) {
    Map<String, List<KnownRow>> values = new LinkedHashMap<>();
    rows.ifPresent(
        all ->
            all.entries()
                .forEach(
                    (source, list) ->
                        values.put(source, list.list().stream().map(this::row).toList())));
    return values;
  }

  private KnownRow row(DataView row) {
    TraceShape.KNOWN_ROW.check(row);
    return new KnownRow(known(row.optional("values")), rows(row.optional("rows")));
  }
}
