package se.byggsten.conformance.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.Violation;
import se.byggsten.web.Passage;

/** What stands on a page that is shown: the keys of {@link TraceShape#PAGE}. */
final class PageFacts {
  private final FormRun run;
  private final String path;
  private final PageDefinition page;
  private final FormAnswers here;
  private final PageView view;
  private final FormRenderer renderer;
  private final HtmlFacts html;

  private PageFacts(FormRun run, FormState state, String path, PageView view) {
    this.run = run;
    this.path = path;
    this.view = view;
    page =
        run.form()
            .page(Place.name(path))
            .orElseThrow(() -> new IllegalArgumentException("The form has no page " + path));
    here = run.answers(state).at(Place.of(path).orElse(Place.TOP));
    renderer = FormRenderer.of(run);
    html = new HtmlFacts(renderer.page(state, path, view));
  }

  static Map<String, Object> of(FormRun run, FormState state, String path, PageView view) {
    return new PageFacts(run, state, path, view).facts();
  }

  private Map<String, Object> facts() {
    List<FieldDefinition> fields = here.fields(page);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("page", path);
    facts.put("title", Passage.plain(renderer.title(path, view)));
    facts.put("fields", ids(fields));
    facts.put("required", ids(fields.stream().filter(here::isRequired).toList()));
    facts.put("locked", ids(fields.stream().filter(here::isLocked).toList()));
    facts.put("revealed", view.revealed().stream().sorted().toList());
    page.group()
        .ifPresent(
            group ->
                facts.put(
                    "rows",
                    here.rows(group.id()).stream().map(row -> row.last().orElseThrow()).toList()));
    Map<String, Object> options = new LinkedHashMap<>();
    for (FieldDefinition field : fields) {
      if (!field.options().isEmpty()) {
        options.put(field.id(), here.options(field).stream().map(OptionDefinition::value).toList());
      }
    }
    facts.put("options", options);
    facts.put("errors", errors());
    facts.put("warnings", warnings(fields));
    view.elsewhere()
        .ifPresent(
            told ->
                facts.put(
                    "elsewhere", told.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    Map<String, String> files = files();
    facts.put("focus", html.focus(id -> files.getOrDefault(id, id)));
    facts.put("html", html.inputs());
    return facts;
  }

  private static List<String> ids(List<FieldDefinition> fields) {
    return fields.stream().map(FieldDefinition::id).toList();
  }

  /** Each with the text that the summary of errors on the page has for it. */
  private List<Map<String, Object>> errors() {
    List<Map.Entry<String, String>> told = new ArrayList<>(html.errors());
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Violation violation : view.violations()) {
      Map<String, Object> error = violation(violation);
      String anchor = anchor(violation);
      told.stream()
          .filter(one -> one.getKey().equals(anchor))
          .findFirst()
          .ifPresent(
              one -> {
                error.put("text", one.getValue());
                told.remove(one);
              });
      errors.add(error);
    }
    return errors;
  }

  static Map<String, Object> violation(Violation violation) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("field", violation.path());
    error.put("constraint", violation.constraint());
    return error;
  }

  private String anchor(Violation violation) {
    FieldDefinition field = run.form().fields().get(violation.field());
    if (field != null) {
      return field.type().anchor(field.id());
    }
    return Optional.ofNullable(violation.parameters().get("row"))
        .map(row -> violation.field() + "-" + row)
        .orElse(FormRenderer.FORM_ID);
  }

  private List<Map<String, Object>> warnings(List<FieldDefinition> fields) {
    FormDefinition form = run.form();
    List<Map<String, Object>> warnings = new ArrayList<>();
    for (FieldDefinition field : fields) {
      for (String warning : here.warnings(field)) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("field", here.place().path(field.id()));
        one.put("warning", warning);
        form.texts()
            .find(view.language().toLanguageTag(), field.id() + ".warning." + warning)
            .ifPresent(text -> one.put("text", text));
        warnings.add(one);
      }
    }
    return warnings;
  }

  /** What each file is called in a trace, by its random id. */
  private Map<String, String> files() {
    Map<String, String> names = new HashMap<>();
    for (FieldDefinition field : page.fields()) {
      here.attachments(field.id())
          .forEach(file -> names.put(file.id(), field.id() + "/" + number(field, file.id())));
    }
    return names;
  }

  private int number(FieldDefinition field, String id) {
    return 1 + here.attachments(field.id()).stream().map(file -> file.id()).toList().indexOf(id);
  }
}
