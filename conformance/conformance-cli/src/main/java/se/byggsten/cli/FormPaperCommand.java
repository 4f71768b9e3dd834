package se.byggsten.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.pdf.PdfRenderers;

/** Makes blank paper forms. */
@Command(
    name = "paper",
    description = "Makes the blank paper form as a tagged PDF, one file for each language.",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormPaperCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The definitions.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--in",
      paramLabel = "TAG",
      description = "The language of the form (default: all that it has).")
  private @Nullable String in;

  @Mixin private FormOptions options = new FormOptions();

  FormPaperCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    WrittenFiles written = new WrittenFiles();
    for (Path file : files) {
      FormDefinition form = FormFiles.form(spec, file);
      written.of(form, papers(form));
    }
    written.tell(console, options);
    return ExitCode.FINE;
  }

  private List<Path> papers(FormDefinition form) {
    FormRenderer renderer = FormRenderer.of(FormFiles.run(form, clock));
    List<Path> written = new ArrayList<>();
    for (String language : FormFiles.languages(spec, form, in)) {
      byte[] pdf =
          PdfRenderers.preservation()
              .render(renderer.paper(Locale.forLanguageTag(language), clock.instant()));
      written.add(FormFiles.write(spec, out, form.id() + "_" + language + ".pdf", pdf));
    }
    return written;
  }
}
