package se.byggsten.forms;

import java.util.List;
import java.util.Map;

/** Gathers the parts of a {@link FormDefinition}. */
public final class FormDefinitionBuilder {
  final String id;
  final int version;
  List<String> languages = List.of("sv");
  DataFacts facts = DataFacts.NONE;
  String classification = "";
  int draftDays = 7;
  int drafts = 1;
  boolean sendAnyway;
  ValidateOn validateOn = ValidateOn.PAGE;
  Map<String, ?> plainLanguage = Map.of();
  Map<String, InputType> inputs = Map.of();
  List<PartyDefinition> parties = List.of();
  List<PageDefinition> pages = List.of();
  FormTexts texts = FormTexts.of(Map.of());

  FormDefinitionBuilder(String id, int version) {
    this.id = id;
    this.version = version;
  }

  /**
   * Sets the languages.
   *
   * @param value BCP 47 tags, the form's own first
   * @return this builder
   */
  public FormDefinitionBuilder languages(List<String> value) {
    languages = value;
    return this;
  }

  /**
   * Sets the facts that hold where a field has none.
   *
   * @param value the facts
   * @return this builder
   */
  public FormDefinitionBuilder facts(DataFacts value) {
    facts = value;
    return this;
  }

  /**
   * Sets the code in the classification scheme.
   *
   * @param value the code
   * @return this builder
   */
  public FormDefinitionBuilder classification(String value) {
    classification = value;
    return this;
  }

  /**
   * Sets how long a draft lives after it was last changed; 7 days unless set.
   *
   * @param value from 1 to 366
   * @return this builder
   */
  public FormDefinitionBuilder draftDays(int value) {
    draftDays = value;
    return this;
  }

  /**
   * Sets how many drafts of the form a person may have at a time; one unless set.
   *
   * @param value from 1 to 20
   * @return this builder
   */
  public FormDefinitionBuilder drafts(int value) {
    drafts = value;
    return this;
  }

  /**
   * Sets whether the form may be sent with deferrable answers missing or wrong.
   *
   * @param value true when it may be completed later
   * @return this builder
   */
  public FormDefinitionBuilder sendAnyway(boolean value) {
    sendAnyway = value;
    return this;
  }

  /**
   * Sets when the answers of a page must be right; when the citizen leaves it unless set.
   *
   * @param value on the page, or at a review, which the form must have then
   * @return this builder
   */
  public FormDefinitionBuilder validateOn(ValidateOn value) {
    validateOn = value;
    return this;
  }

  /**
   * Sets the form's own settings for plain language.
   *
   * @param value whole numbers, lists of texts and, by language, maps of both; as {@link
   *     se.byggsten.core.text.PlainLanguageLimits#read} takes them
   * @return this builder
   */
  public FormDefinitionBuilder plainLanguage(Map<String, ?> value) {
    plainLanguage = value;
    return this;
  }

  /**
   * Sets the facts that the service gives.
   *
   * @param value their types by name
   * @return this builder
   */
  public FormDefinitionBuilder inputs(Map<String, InputType> value) {
    inputs = value;
    return this;
  }

  /**
   * Sets those who have a part besides the applicant.
   *
   * @param value in order
   * @return this builder
   */
  public FormDefinitionBuilder parties(List<PartyDefinition> value) {
    parties = value;
    return this;
  }

  /**
   * Sets the pages.
   *
   * @param value the pages in order
   * @return this builder
   */
  public FormDefinitionBuilder pages(List<PageDefinition> value) {
    pages = value;
    return this;
  }

  /**
   * Sets the texts.
   *
   * @param value the texts in all languages
   * @return this builder
   */
  public FormDefinitionBuilder texts(FormTexts value) {
    texts = value;
    return this;
  }

  /**
   * Builds the definition.
   *
   * @return the definition
   * @throws FormException {@link FormException#DEFINITION} when the parts will not do
   */
  public FormDefinition build() {
    return new FormDefinition(this);
  }
}
