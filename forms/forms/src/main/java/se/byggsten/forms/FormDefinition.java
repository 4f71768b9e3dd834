package se.byggsten.forms;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.internal.hash.Sha256;

/**
 * A form: its pages, fields, rules and texts, as pure data.
 *
 * <p>Immutable. Two definitions are equal when they say the same, wherever they came from; the
 * {@link #sha256()} is over the canonical JSON, texts included, so an archived answer can be tied
 * to exactly what was asked.
 */
public final class FormDefinition {
  private final String id;
  private final int version;
  private final List<String> languages;
  private final DataFacts facts;
  private final DataFacts defaults;
  private final String classification;
  private final int draftDays;
  private final int drafts;
  private final boolean sendAnyway;
  private final ValidateOn validateOn;
  private final Map<String, Object> plainLanguage;
  private final Map<String, InputType> inputs;
  private final List<PartyDefinition> parties;
  private final List<PageDefinition> pages;
  private final FormTexts texts;
  private final FormStructure structure;
  private final String canonical;
  private final String sha256;

  FormDefinition(FormDefinitionBuilder builder) {
    id = builder.id;
    version = builder.version;
    languages = List.copyOf(builder.languages);
    facts = builder.facts;
    classification = builder.classification.strip();
    defaults =
        new DataFacts(
            facts.purpose(),
            facts.legalBasis(),
            facts.personalData(),
            facts.secrecy(),
            facts.retention(),
            classification);
    draftDays = builder.draftDays;
    drafts = builder.drafts;
    sendAnyway = builder.sendAnyway;
    validateOn = builder.validateOn;
    plainLanguage = PlainLanguageSettings.checked(builder.plainLanguage, languages);
    inputs = Collections.unmodifiableMap(new TreeMap<>(builder.inputs));
    parties = List.copyOf(builder.parties);
    pages = List.copyOf(builder.pages);
    texts = builder.texts;
    FormRules.check(this);
    structure = new FormStructure(this);
    canonical = JsonWriter.compact().write(DefinitionData.of(this));
    sha256 = Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns a builder.
   *
   * @param id the id: lower-case letters, digits and hyphens
   * @param version the version, from 1
   * @return the builder
   */
  public static FormDefinitionBuilder builder(String id, int version) {
    return new FormDefinitionBuilder(id, version);
  }

  /**
   * Returns the id.
   *
   * @return lower-case letters, digits and hyphens
   */
  public String id() {
    return id;
  }

  /**
   * Returns the version.
   *
   * @return from 1
   */
  public int version() {
    return version;
  }

  /**
   * Returns the languages, the first being the form's own.
   *
   * @return BCP 47 tags
   */
  public List<String> languages() {
    return languages;
  }

  /**
   * Returns the facts that hold where a field has none of its own.
   *
   * @return the facts
   */
  public DataFacts facts() {
    return facts;
  }

  /**
   * Returns the code in the classification scheme, which holds where a field has none of its own.
   *
   * @return the code; empty when none is given
   */
  public String classification() {
    return classification;
  }

  /**
   * Returns how long a draft lives after it was last changed.
   *
   * @return days, from 1 to 366
   */
  public int draftDays() {
    return draftDays;
  }

  /**
   * Returns how many drafts of the form a person may have at a time.
   *
   * @return from 1 to 20
   */
  public int drafts() {
    return drafts;
  }

  /**
   * Tells whether the form may be sent with deferrable answers missing or wrong.
   *
   * @return true when it may be completed later (förvaltningslagen 20 §)
   */
  public boolean sendAnyway() {
    return sendAnyway;
  }

  /**
   * Returns when the answers of a page must be right.
   *
   * @return {@link ValidateOn#PAGE} unless said
   */
  public ValidateOn validateOn() {
    return validateOn;
  }

  /**
   * Returns the form's own settings for plain language.
   *
   * @return whole numbers, sorted lists of texts and, by language, maps of both; as {@link
   *     se.byggsten.core.text.PlainLanguageLimits#read} takes them
   */
  public Map<String, Object> plainLanguage() {
    return plainLanguage;
  }

  /**
   * Returns the facts that the service gives, which conditions may read and nobody can post.
   *
   * @return their types by name, sorted
   */
  public Map<String, InputType> inputs() {
    return inputs;
  }

  /**
   * Returns those who have a part in the application besides the applicant.
   *
   * @return in order
   */
  public List<PartyDefinition> parties() {
    return parties;
  }

  /**
   * Returns the pages, those of rows left out.
   *
   * @return in order
   */
  public List<PageDefinition> pages() {
    return pages;
  }

  /**
   * Returns the texts.
   *
   * @return in all languages
   */
  public FormTexts texts() {
    return texts;
  }

  /**
   * Returns where everything stands.
   *
   * @return pages, fields and groups at every depth
   */
  public FormStructure structure() {
    return structure;
  }

  /**
   * Returns every field, those of rows among them.
   *
   * @return by id, in order
   */
  public Map<String, FieldDefinition> fields() {
    return structure.fields();
  }

  /**
   * Finds a page at any depth.
   *
   * @param pageId its id
   * @return the page
   */
  public Optional<PageDefinition> page(String pageId) {
    return Optional.ofNullable(structure.pages().get(pageId));
  }

  /**
   * Finds the page of a field or group.
   *
   * @param fieldId the id of the field
   * @return the page
   */
  public Optional<PageDefinition> pageOf(String fieldId) {
    return structure.pageOf(fieldId);
  }

  /**
   * Returns the facts that apply to a field.
   *
   * @param field a field of this form
   * @return its own, and the form's where it has none, the classification among them
   */
  public DataFacts factsOf(FieldDefinition field) {
    return field.facts().orElse(defaults);
  }

  /**
   * Returns the canonical JSON: everything the definition says, always the same bytes.
   *
   * @return the JSON
   */
  public String canonicalJson() {
    return canonical;
  }

  /**
   * Returns the SHA-256 of the canonical JSON.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FormDefinition form && form.canonical.equals(canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return id + " version " + version + " (" + sha256.substring(0, 12) + ")";
  }
}
