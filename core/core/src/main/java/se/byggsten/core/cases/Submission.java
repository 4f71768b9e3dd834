package se.byggsten.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AuthenticatedPerson;

/**
 * What a citizen sends in: the whole of it, ready to become a case.
 *
 * <p>Somebody has logged in and is the applicant, or the service is open to anybody and nobody
 * knows who it is: then there is at most the name that they stated, which nothing vouches for.
 *
 * <p>The key makes accepting idempotent: a double click, a retry and a replay carry the same key
 * and give the same case.
 */
public final class Submission {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final String key;
  private final String eService;
  private final FormReference form;
  private final @Nullable AuthenticatedPerson applicant;
  private final String senderName;
  private final @Nullable AuthenticatedPerson assistedBy;
  private final Instant receivedAt;
  private final Locale language;
  private final String title;
  private final String publicTitle;
  private final RetentionRule retention;
  private final @Nullable SecrecyMark secrecyMark;
  private final List<InformationFacts> information;
  private final List<NewDocument> documents;

  private Submission(Builder builder) {
    key = Objects.requireNonNull(builder.key, "key");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("A submission key is 16 to 64 letters, digits, - or _");
    }
    eService = Objects.requireNonNull(builder.eService, "eService");
    form = Objects.requireNonNull(builder.form, "form");
    applicant = builder.applicant;
    if ((applicant == null) == (builder.statedName == null)) {
      throw new IllegalArgumentException("Say who the applicant is, or that nobody knows");
    }
    if (applicant != null && applicant.identifier().isEmpty()) {
      throw new IllegalArgumentException("An applicant has a personal number");
    }
    senderName =
        applicant != null
            ? applicant.displayName()
            : Objects.requireNonNull(builder.statedName).strip();
    assistedBy = builder.assistedBy;
    receivedAt = Objects.requireNonNull(builder.receivedAt, "receivedAt");
    language = builder.language;
    title = Objects.requireNonNull(builder.title, "title");
    publicTitle = Objects.requireNonNull(builder.publicTitle, "publicTitle");
    information = List.copyOf(builder.information);
    retention = Objects.requireNonNull(builder.retention, "retention").covering(information);
    secrecyMark = builder.secrecyMark;
    documents = List.copyOf(builder.documents);
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("A submission holds at least one document");
    }
  }

  /**
   * Returns a builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the idempotency key.
   *
   * @return 16 to 64 letters, digits, hyphens or underscores
   */
  public String key() {
    return key;
  }

  /**
   * Returns the id of the e-service.
   *
   * @return the id, such as {@code kolloplats}
   */
  public String eService() {
    return eService;
  }

  /**
   * Returns the form that was answered.
   *
   * @return its id, version and hash
   */
  public FormReference form() {
    return form;
  }

  /**
   * Returns the person in whose name it is sent.
   *
   * @return the applicant, with a personal number; empty when nobody knows who sent it
   */
  public Optional<AuthenticatedPerson> applicant() {
    return Optional.ofNullable(applicant);
  }

  /**
   * Returns the name of who sent it.
   *
   * @return the applicant's name by the login; of somebody who is not identified the name that they
   *     stated, empty when they stated none
   */
  public String senderName() {
    return senderName;
  }

  /**
   * Returns the member of staff who sent it for the applicant.
   *
   * @return the person, or empty when the applicant sent it
   */
  public Optional<AuthenticatedPerson> assistedBy() {
    return Optional.ofNullable(assistedBy);
  }

  /**
   * Returns when the authority had the whole of it (22 § förvaltningslagen).
   *
   * @return the instant
   */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Returns the language that the applicant used.
   *
   * @return the language
   */
  public Locale language() {
    return language;
  }

  /**
   * Returns what the case concerns, for those who may know.
   *
   * @return the title; may hold personal data
   */
  public String title() {
    return title;
  }

  /**
   * Returns what the case concerns, for the public diary.
   *
   * @return the title, without anything secret
   */
  public String publicTitle() {
    return publicTitle;
  }

  /**
   * Returns what the information plan says of it.
   *
   * @return the rule that was set, with a longer term or none when {@link #information()} asks for
   *     that
   */
  public RetentionRule retention() {
    return retention;
  }

  /**
   * Returns the secrecy mark of the case as a whole.
   *
   * @return the mark, or empty
   */
  public Optional<SecrecyMark> secrecyMark() {
    return Optional.ofNullable(secrecyMark);
  }

  /**
   * Returns what the form's definition says of each kind of information in it.
   *
   * @return the facts in the form's order; empty when nothing is said
   */
  public List<InformationFacts> information() {
    return information;
  }

  /**
   * Returns the documents in order.
   *
   * @return at least one
   */
  public List<NewDocument> documents() {
    return documents;
  }

  @Override
  public String toString() {
    return "Submission[" + eService + ", " + documents.size() + " documents]";
  }

  /** Gathers the parts of a {@link Submission}. */
  public static final class Builder {
    private @Nullable String key;
    private @Nullable String eService;
    private @Nullable FormReference form;
    private @Nullable AuthenticatedPerson applicant;
    private @Nullable String statedName;
    private @Nullable AuthenticatedPerson assistedBy;
    private @Nullable Instant receivedAt;
    private Locale language = Locale.forLanguageTag("sv");
    private @Nullable String title;
    private @Nullable String publicTitle;
    private @Nullable RetentionRule retention;
    private @Nullable SecrecyMark secrecyMark;
    private List<InformationFacts> information = List.of();
    private List<NewDocument> documents = List.of();

    private Builder() {}

    /**
     * Sets the idempotency key.
     *
     * @param value 16 to 64 letters, digits, hyphens or underscores
     * @return this builder
     */
    public Builder key(String value) {
      key = value;
      return this;
    }

    /**
     * Sets the id of the e-service.
     *
     * @param value the id
     * @return this builder
     */
    public Builder eService(String value) {
      eService = value;
      return this;
    }

    /**
     * Sets the form that was answered.
     *
     * @param value its id, version and hash
     * @return this builder
     */
    public Builder form(FormReference value) {
      form = value;
      return this;
    }

    /**
     * Sets the person in whose name it is sent; instead of {@link #unidentified}.
     *
     * @param value the applicant
     * @return this builder
     */
    public Builder applicant(AuthenticatedPerson value) {
      applicant = value;
      statedName = null;
      return this;
    }

    /**
     * Says that nobody knows who sends it, since the service is open to anybody; instead of {@link
     * #applicant}.
     *
     * @param statedName what the sender calls themselves, which nothing vouches for; empty when
     *     they say nothing
     * @return this builder
     */
    public Builder unidentified(String statedName) {
      this.statedName = statedName;
      applicant = null;
      return this;
    }

    /**
     * Sets the member of staff who sends it for the applicant.
     *
     * @param value the person
     * @return this builder
     */
    public Builder assistedBy(AuthenticatedPerson value) {
      assistedBy = value;
      return this;
    }

    /**
     * Sets when the authority had the whole of it.
     *
     * @param value the instant
     * @return this builder
     */
    public Builder receivedAt(Instant value) {
      receivedAt = value;
      return this;
    }

    /**
     * Sets the language that the applicant used; Swedish unless set.
     *
     * @param value the language
     * @return this builder
     */
    public Builder language(Locale value) {
      language = value;
      return this;
    }

    /**
     * Sets what the case concerns.
     *
     * @param internal for those who may know
     * @param open for the public diary
     * @return this builder
     */
    public Builder titles(String internal, String open) {
      title = internal;
      publicTitle = open;
      return this;
    }

    /**
     * Sets what the information plan says of it.
     *
     * @param value the rule
     * @return this builder
     */
    public Builder retention(RetentionRule value) {
      retention = value;
      return this;
    }

    /**
     * Sets the secrecy mark of the case as a whole.
     *
     * @param value the mark
     * @return this builder
     */
    public Builder secrecyMark(SecrecyMark value) {
      secrecyMark = value;
      return this;
    }

    /**
     * Sets what the form's definition says of each kind of information in it.
     *
     * @param value the facts in the form's order; none unless set
     * @return this builder
     */
    public Builder information(List<InformationFacts> value) {
      information = value;
      return this;
    }

    /**
     * Sets the documents.
     *
     * @param value at least one, in order
     * @return this builder
     */
    public Builder documents(List<NewDocument> value) {
      documents = value;
      return this;
    }

    /**
     * Builds the submission.
     *
     * @return the submission
     * @throws IllegalArgumentException when the key, the sender or the documents will not do
     */
    public Submission build() {
      return new Submission(this);
    }
  }
}
