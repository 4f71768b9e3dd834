package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.store.KeptStore;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;

/**
 * Keeps every version of a form that has been in use, texts and all, so that what was begun or sent
 * with it can be filled in and read when newer ones are in use.
 *
 * <pre>{@code
 * FormVersions forms =
 *     KeptForms.in(kept, FormCatalog.standard())
 *         .versions(List.of(kolloplats, felanmalan), form -> FormRun.of(form, clock))
 *         .migratingWhen(FormDiff::isSafe);
 * }</pre>
 */
public final class KeptForms {
  private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);
  private static final String KIND = "form";
  private static final DataLimits LIMITS = new DataLimits(16_000_000, 40, 400_000);

  private final KeptStore store;
  private final FormCatalog catalog;

  private KeptForms(KeptStore store, FormCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /**
   * Returns the forms of a store.
   *
   * @param store where they are kept
   * @param catalog the kinds of fields and constraints that they may use
   * @return the forms
   */
  public static KeptForms in(KeptStore store, FormCatalog catalog) {
    return new KeptForms(store, catalog);
  }

  /**
   * Keeps the forms that are in use, and returns them with all earlier versions of them.
   *
   * <p>An earlier version that cannot be read or run any more, or that has the version number of
   * one in use without being the same, is left out, with a warning in the log: what was begun with
   * it then is {@link DraftException#VERSION_UNKNOWN}.
   *
   * @param current the forms that new drafts get
   * @param runner makes a run of an earlier version
   * @return a registry, which moves no draft until {@link FormVersions#migratingWhen} is asked to
   * @throws IllegalArgumentException when there is none, or two of one id and version
   */
  public FormVersions versions(List<FormRun> current, Function<FormDefinition, FormRun> runner) {
    if (current.isEmpty()) {
      throw new IllegalArgumentException("There is no form");
    }
    FormVersions versions = FormVersions.of(current.get(0));
    for (FormRun run : current.subList(1, current.size())) {
      versions = versions.and(run);
    }
    for (FormRun run : current) {
      store.keep(KIND, run.form().sha256(), written(run.form()));
    }
    for (byte[] kept : store.all(KIND)) {
      versions = with(versions, kept, runner);
    }
    return versions;
  }

  private FormVersions with(
      FormVersions versions, byte[] kept, Function<FormDefinition, FormRun> runner) {
    Optional<FormDefinition> form = read(kept);
    if (form.isEmpty() || !isEarlier(versions, form.get())) {
      return versions;
    }
    try {
      return versions.and(runner.apply(form.get()));
    } catch (FormException | IllegalArgumentException unusable) {
      LOG.warn(
          "The version {} of the form {} is kept but cannot be used: {}",
          form.get().version(),
          form.get().id(),
          unusable.getMessage());
      return versions;
    }
  }

  private static boolean isEarlier(FormVersions versions, FormDefinition form) {
    return versions.formIds().contains(form.id())
        && versions.find(form.id(), form.sha256()).isEmpty()
        && form.version() <= versions.current(form.id()).form().version();
  }

  private static byte[] written(FormDefinition form) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("sha256", form.sha256());
    data.put("definition", FormYaml.writeJson(form));
    data.put("texts", form.texts().all());
    return JsonWriter.compact().write(data).getBytes(StandardCharsets.UTF_8);
  }

  private Optional<FormDefinition> read(byte[] kept) {
    try {
      DataView view = DataView.of("form", DataReader.json().within(LIMITS).read("form", kept));
      Map<String, Map<String, String>> texts = new LinkedHashMap<>();
      view.required("texts")
          .entries()
          .forEach(
              (language, all) -> {
                Map<String, String> said = new LinkedHashMap<>();
                all.entries().forEach((key, text) -> said.put(key, text.exact(Integer.MAX_VALUE)));
                texts.put(language, said);
              });
      FormDefinition form =
          FormYaml.read(
              "kept.json",
              view.required("definition").exact(Integer.MAX_VALUE).getBytes(StandardCharsets.UTF_8),
              FormTexts.of(texts),
              catalog);
      if (form.sha256().equals(view.required("sha256").text())) {
        return Optional.of(form);
      }
      LOG.warn(
          "The version {} of the form {} is not read as it was kept", form.version(), form.id());
    } catch (DataException | FormException | IllegalArgumentException unreadable) {
      LOG.warn("A version of a form is kept but cannot be read: {}", unreadable.getMessage());
    }
    return Optional.empty();
  }
}
