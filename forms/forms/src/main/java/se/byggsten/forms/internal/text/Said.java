package se.byggsten.forms.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Passage;

/**
 * The texts of a form and the words of the library in one language; those that another language
 * stands in for are passages, unless plain ones are asked for.
 */
public final class Said {
  private final FormDefinition form;
  private final Locale locale;
  private final String language;
  private final boolean paper;
  private final boolean marks;
  private final Words words;
  private final List<String> inOrder = new ArrayList<>();

  private Said(FormDefinition form, Locale locale, boolean paper, boolean marks) {
    this.form = form;
    this.locale = locale;
    this.paper = paper;
    this.marks = marks;
    this.language = locale.toLanguageTag();
    this.words = marks ? Words.shown(language) : Words.of(language);
    inOrder.add(language);
    inOrder.addAll(form.languages());
  }

  /** In markup. */
  public static Said in(FormDefinition form, Locale locale) {
    return new Said(form, locale, false, true);
  }

  /** On paper an introduction or a hint may be another than on screen: see {@code .paper}. */
  public static Said onPaper(FormDefinition form, Locale locale) {
    return new Said(form, locale, true, true);
  }

  /** Where nothing can say which language a text is in. */
  public static Said plain(FormDefinition form, Locale locale) {
    return new Said(form, locale, false, false);
  }

  /** The form. */
  public FormDefinition form() {
    return form;
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The words of the library. */
  public Words words() {
    return words;
  }

  /** The text; the key when no language has it. */
  public String text(String key) {
    return find(key).orElseGet(() -> form.texts().text(language, key));
  }

  /** What a field is called; empty for text to read that has no heading of its own. */
  public String label(FieldDefinition field) {
    String key = field.id() + ".label";
    return field.has(Trait.CONTENT) ? find(key).orElse("") : text(key);
  }

  /** The text in this language, else in one of the form's own, its first language first. */
  public Optional<String> find(String key) {
    if (paper && (key.endsWith(".intro") || key.endsWith(".hint"))) {
      Optional<String> other = inOrder(key + ".paper");
      return other.isPresent() ? other : inOrder(key);
    }
    return inOrder(key);
  }

  private Optional<String> inOrder(String key) {
    for (String tag : inOrder) {
      Optional<String> text = form.texts().find(tag, key);
      if (text.isPresent()) {
        return text.map(found -> passage(found, tag));
      }
    }
    return Optional.empty();
  }

  /** Lines that a kind of field has written. */
  public List<String> lines(List<String> lines) {
    return marks ? lines : lines.stream().map(Passage::plain).toList();
  }

  /** Lines of an answer, which keep their order also on a page that runs the other way. */
  public List<String> written(List<String> lines) {
    return marks && !lines.isEmpty()
        ? lines.stream().map(line -> Passage.written(line, locale)).toList()
        : lines;
  }

  /** What the definition itself says, in the first language of the form. */
  public String defined(String text) {
    return form.languages().isEmpty() ? text : passage(text, form.languages().get(0));
  }

  private String passage(String text, String tag) {
    return !marks || tag.equals(language) ? text : Passage.of(text, Locale.forLanguageTag(tag));
  }
}
