package se.byggsten.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.conformance.report.FindingJson;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.data.DataException;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.forms.FormException;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.source.FormCatalog;

/** Finds faults in definitions of forms. */
@Command(
    name = "lint",
    description = {
      "Finds faults in definitions of forms: conditions, reachability, texts, plain language.",
      "The texts lie beside FILE: of kolloplats.yaml they are kolloplats_sv.properties and so on."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormLintCommand implements Callable<Integer> {
  private static final RequirementId READABLE = RequirementId.of("FORM-LINT-READABLE");
  static final Set<ErrorCode> FAULTS =
      Set.of(FormException.DEFINITION, FormException.CONSTRAINT, FormException.CONDITION);

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Definitions in YAML.")
  private List<Path> files = List.of();

  @Mixin private FormOptions options = new FormOptions();

  FormLintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    files.forEach(file -> FormFiles.checked(spec, file));
    List<Map<String, @Nullable Object>> reports = new ArrayList<>();
    int count = 0;
    for (Path file : files) {
      List<Finding> findings = findings(file);
      count += findings.size();
      if (options.isJson()) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("file", file.toString());
        report.put("findings", findings.stream().map(FindingJson::of).toList());
        reports.add(report);
      } else {
        findings.forEach(finding -> console.say(text(file, finding)));
      }
    }
    if (options.isJson()) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("clean", count == 0);
      root.put("forms", reports);
      console.json(root);
    } else {
      console.say(count == 0 ? options.words("lint.clean") : options.counted("lint.found", count));
    }
    return count == 0 ? ExitCode.FINE : ExitCode.FOUND;
  }

  private List<Finding> findings(Path file) {
    try {
      return FormLint.check(FormFiles.form(spec, file), FormCatalog.found().constraints());
    } catch (DataException e) {
      return e.findings(READABLE).stream().map(this::inAskedLanguage).toList();
    } catch (FormException e) {
      if (!FAULTS.contains(e.code())) {
        throw e;
      }
      String message = String.valueOf(e.getMessage()).replaceFirst("^" + e.code() + ": ", "");
      Location where = Location.in(String.valueOf(file.getFileName()));
      return List.of(Finding.error(e.code(), READABLE, where, message, remedy(e.code())));
    }
  }

  private Finding inAskedLanguage(Finding finding) {
    return Finding.error(
        finding.code(), READABLE, finding.where(), finding.message(), remedy(finding.code()));
  }

  /** What to do about a file that no form can be made of. */
  private String remedy(ErrorCode code) {
    return options.words(FAULTS.contains(code) ? "lint.fix." + code : "lint.fix");
  }

  private static String text(Path file, Finding finding) {
    String message = finding.message();
    boolean ended = message.endsWith(".") || message.endsWith("?") || message.endsWith("!");
    return "%s: %s %s %s: %s"
        .formatted(
            file.getFileName(),
            finding.severity(),
            finding.code(),
            finding.where(),
            finding.remedy().isEmpty()
                ? message
                : message + (ended ? " " : ". ") + finding.remedy());
  }
}
