package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperEntry;
import se.byggsten.forms.internal.paper.PaperEntry.Kind;
import se.byggsten.forms.internal.paper.PaperFlow;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;

/** What is told about a question on paper: what it is called, who answers it, where to go. */
final class PaperWays {
  private final PaperSequence sequence;
  private final List<PaperEntry> entries;
  private final PaperFlow flow;
  private final ConditionWords conditions;
  private final Said said;
  private final Words words;

  PaperWays(
      PaperSequence sequence, PaperFlow flow, ConditionWords conditions, Said said, Words words) {
    this.sequence = sequence;
    this.entries = sequence.entries();
    this.flow = flow;
    this.conditions = conditions;
    this.said = said;
    this.words = words;
  }

  String label(FieldDefinition field) {
    boolean optional = !field.required() && field.requiredIf().isEmpty();
    String label = said.text(field.id() + ".label");
    return optional ? label + " " + words.get("optional") : label;
  }

  String hint(int index, FieldDefinition field) {
    List<String> hints = new ArrayList<>();
    said.find(field.id() + ".hint").ifPresent(hints::add);
    sequence
        .required(field.id())
        .filter(condition -> !field.required())
        .ifPresent(condition -> hints.add(must(condition, index)));
    if (PaperAnswers.shape(field) instanceof PaperShape.Ticks ticks && ticks.many()) {
      hints.add(words.get("paper.many"));
    }
    return String.join(" ", hints);
  }

  private String must(Syntax condition, int index) {
    return conditions
        .clause(condition, index)
        .map(when -> words.get("paper.must", Map.of("when", when)))
        .orElseGet(() -> words.get("paper.must.some") + conditions.depends(condition, index));
  }

  String told(int index, FieldDefinition field, String row) {
    if (!flow.isTold(index)) {
      return "";
    }
    String only = only(index, field.id(), "");
    return flow.otherwise(index)
        .map(target -> only + " " + go("paper.otherwise", index, target, row))
        .orElse(only);
  }

  String only(int index, String owner, String part) {
    Syntax condition = entries.get(index).condition();
    Optional<String> own = said.find(owner + ".paper");
    if (own.isPresent()) {
      return own.orElseThrow();
    }
    String key = "paper.only" + part;
    boolean text = entries.get(index).kind() == Kind.TEXT;
    return conditions
        .clause(condition, index)
        .map(when -> words.get(text ? "paper.exit.if" : key, Map.of("when", when)))
        .orElseGet(() -> words.get(key + ".yours") + conditions.depends(condition, index));
  }

  /** In words where to go; out of a row is always to what comes after it. */
  String go(String key, int from, int target, String row) {
    if (target == PaperFlow.STOP) {
      return words.get("paper.stop");
    }
    if (target >= entries.size()) {
      return words.get(key + ".end");
    }
    if (entries.get(target).kind() == Kind.AFTER) {
      return words.get(key + ".row", Map.of("row", row));
    }
    return flow.question(from, target)
        .map(question -> entries.get(question).number())
        .map(number -> words.get(key, Map.of("number", number)))
        .orElseGet(() -> words.get(key + ".named", Map.of("name", name(target))));
  }

  /** What a part, a text or a reason not to go on is called, when no number leads there. */
  String name(int index) {
    PaperEntry entry = entries.get(index);
    Optional<String> name =
        entry
            .field()
            .map(field -> said.find(field.id() + ".label"))
            .orElse(said.find(entry.page().id() + ".title"));
    return name.orElse(words.get("paper.read"));
  }
}
