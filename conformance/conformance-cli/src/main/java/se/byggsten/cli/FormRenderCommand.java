package se.byggsten.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.fill.Filled;
import se.byggsten.forms.fill.FormFill;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.EnteredAnswers;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;
import se.byggsten.web.Html;
import se.byggsten.web.WebAsset;
import se.byggsten.web.WebAssets;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Writes the pages of a form as HTML files. */
@Command(
    name = "render",
    description = {
      "Writes every page of a form as an HTML file, to be looked at and checked.",
      "Each is written empty with all its questions, and with the errors of an empty",
      "answer. In each group there is one row. The receipt has a number and times that are made up. With --answers the pages are filled in, the rows are",
      "those of the answers, and only the questions are there that the answers lead to."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormRenderCommand implements Callable<Integer> {
  private static final String ASSETS = "assets/";
  private static final int MOST = 4_000_000;
  private static final int DAYS_TO_ANSWER = 30;
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The definitions.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = {
        "The folder to write to: a folder for each language, and pages in it. Of several",
        "definitions each has a folder of its own, with the id of the form."
      })
  private Path out = Path.of("");

  @Option(
      names = "--in",
      paramLabel = "TAG",
      description = "The language of the pages (default: all that the form has).")
  private @Nullable String in;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Answers in JSON to fill in, see form schema.")
  private @Nullable Path answers;

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "What the service tells the form, in JSON: a value for each of its inputs.")
  private @Nullable Path inputs;

  @Option(
      names = "--municipality",
      defaultValue = "Eksta kommun",
      paramLabel = "NAME",
      description = "The name in the header (default: Eksta kommun).")
  private String municipality = "Eksta kommun";

  @Mixin private FormOptions options = new FormOptions();

  FormRenderCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (files.size() > 1 && (answers != null || inputs != null)) {
      throw FormFiles.wrongUse(spec, "--answers and --inputs are for one definition at a time.");
    }
    WrittenFiles written = new WrittenFiles();
    for (Path file : files) {
      FormDefinition form = FormFiles.form(spec, file);
      written.of(form, render(form, files.size() > 1 ? out.resolve(form.id()) : out));
    }
    written.tell(console, options);
    return ExitCode.FINE;
  }

  private List<Path> render(FormDefinition form, Path to) {
    FormRun run = FormFiles.run(form, clock);
    Path given = answers;
    Map<String, Object> told = FormFiles.inputs(spec, form, inputs);
    FormState state =
        given == null
            ? EnteredAnswers.state(run, told, Map.of(), oneRowEach(form))
            : filled(run, told, given).state();
    List<Path> written = new ArrayList<>();
    for (String language : FormFiles.languages(spec, form, in)) {
      Path folder = to.resolve(language);
      for (WebAsset asset : WebAssets.standard().all()) {
        FormFiles.write(spec, folder, ASSETS + asset.fileName(), asset.content());
      }
      pages(run, state, Locale.forLanguageTag(language), folder, written);
    }
    return written;
  }

  private Filled filled(FormRun run, Map<String, Object> told, Path given) {
    byte[] json = FormFiles.bytes(spec, given, MOST);
    FormFill fill = FormFill.of(run, Locale.forLanguageTag(options.language()));
    return FormFiles.named(given, () -> fill.read(told, json));
  }

  private static Map<String, Integer> oneRowEach(FormDefinition form) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    form.structure()
        .groups()
        .keySet()
        .forEach(
            group -> {
              Place place = Place.TOP;
              for (int i = 0; i < form.structure().around(group).size(); i++) {
                place = place.row(1);
              }
              rows.put(place.path(group), 1);
            });
    return rows;
  }

  private void pages(FormRun run, FormState state, Locale locale, Path folder, List<Path> written) {
    FormRenderer renderer = FormRenderer.of(run);
    String title = run.form().texts().text(locale.toLanguageTag(), "form.title");
    PageShell shell = PageShell.builder(locale, municipality, title).assetPath(ASSETS).build();
    for (PageDefinition page : run.form().pages()) {
      if (page.kind() == PageKind.RECEIPT) {
        String name = renderer.title(page.id(), PageView.of(locale, ".", ""));
        Html body = renderer.receipt(state, example(run, state, locale));
        written.add(write(folder, page.id(), shell, Page.builder(page.id(), name).body(body)));
      }
    }
    for (String path : paths(run.form().pages(), Place.TOP, state)) {
      PageView view = PageView.of(locale, ".", "");
      written.add(write(folder, shell, renderer, state, path, "", view));
      List<Violation> waiting = run.waiting(state, path);
      List<Violation> broken = waiting.isEmpty() ? run.violations(state, path) : waiting;
      if (!broken.isEmpty()) {
        StepResult step =
            new StepResult(
                state, Optional.of(path), broken, java.util.Set.of(), List.of(), List.of());
        written.add(write(folder, shell, renderer, state, path, "-errors", view.after(step)));
      }
    }
  }

  /** What only a real case has, so made up that nobody takes it for one. */
  private ReceiptView example(FormRun run, FormState state, Locale locale) {
    Instant now = clock.instant();
    FormAnswers answers = run.answers(state);
    List<PartyStatus> parties =
        run.form().parties().stream()
            .filter(party -> answers.hasParty(party.id()))
            .map(FormRenderCommand::notInvited)
            .toList();
    return ReceiptView.of(locale, FormFiles.words(locale.getLanguage(), "render.number"), now)
        .answerBy(LocalDate.ofInstant(now, STOCKHOLM).plusDays(DAYS_TO_ANSWER))
        .followUp("https://kommun.example/")
        .parties(parties);
  }

  private static PartyStatus notInvited(PartyDefinition party) {
    return new PartyStatus(
        party, PartyStatus.State.NOT_INVITED, Optional.empty(), Optional.empty(), 0);
  }

  private static List<String> paths(List<PageDefinition> pages, Place place, FormState state) {
    List<String> paths = new ArrayList<>();
    for (PageDefinition page : pages) {
      if (page.kind() != PageKind.RECEIPT) {
        paths.add(place.path(page.id()));
      }
      page.group()
          .ifPresent(
              group ->
                  state
                      .rows(place.path(group.id()))
                      .forEach(row -> paths.addAll(paths(group.pages(), place.row(row), state))));
    }
    return paths;
  }

  private Path write(
      Path folder,
      PageShell shell,
      FormRenderer renderer,
      FormState state,
      String path,
      String suffix,
      PageView view) {
    Page.Builder page =
        Page.builder(Place.name(path), renderer.title(path, view))
            .error(!suffix.isEmpty())
            .body(
                answers == null
                    ? renderer.preview(state, path, view)
                    : renderer.page(state, path, view));
    return write(folder, path.replace('/', '-') + suffix, shell, page);
  }

  private Path write(Path folder, String name, PageShell shell, Page.Builder page) {
    byte[] html = shell.render(page.build()).getBytes(StandardCharsets.UTF_8);
    return FormFiles.write(spec, folder, name + ".html", html);
  }
}
