package se.byggsten.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.diff.FormChange;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.diff.Impact;

/** Compares two versions of a form. */
@Command(
    name = "diff",
    description = {
      "Compares two versions of a form and tells what each change means for drafts.",
      "A change is SAFE, NEEDS_REVIEW or BREAKS_DRAFTS. Exits 0 when all are safe."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormDiffCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older definition.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer definition.")
  private Path after = Path.of("");

  @Mixin private FormOptions options = new FormOptions();

  FormDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FormDefinition old = FormFiles.form(spec, before);
    FormDefinition now = FormFiles.form(spec, after);
    List<FormChange> changes = FormDiff.between(old, now);
    boolean safe = changes.stream().allMatch(change -> change.impact() == Impact.SAFE);
    if (options.isJson()) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("old", old.toString());
      root.put("new", now.toString());
      root.put("safe", safe);
      root.put("changes", changes.stream().map(this::json).toList());
      console.json(root);
    } else {
      changes.forEach(
          change ->
              console.say(
                  "%-13s  %s: %s"
                      .formatted(
                          change.impact(), change.where(), change.text(options.language()))));
      console.say(
          changes.isEmpty()
              ? options.words("diff.same")
              : options.counted(safe ? "diff.safe" : "diff.unsafe", changes.size()));
    }
    return safe ? ExitCode.FINE : ExitCode.FOUND;
  }

  private Map<String, @Nullable Object> json(FormChange change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("where", change.where());
    json.put("kind", change.kind().value());
    json.put("impact", change.impact().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("before", change.before());
    json.put("after", change.after());
    json.put("message", change.text(options.language()));
    return json;
  }
}
