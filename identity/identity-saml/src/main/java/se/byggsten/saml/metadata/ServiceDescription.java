package se.byggsten.saml.metadata;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells about itself in its metadata, in Swedish and English.
 *
 * <p>Source: Deployment Profile 2.1.1.1 and 2.1.2.
 */
public final class ServiceDescription {
  /**
   * A text in both languages.
   *
   * @param sv in Swedish
   * @param en in English
   */
  public record Text(String sv, String en) {
    /**
     * Checks that there is a text.
     *
     * @throws IllegalArgumentException when one of them is blank
     */
    public Text {
      if (sv.isBlank() || en.isBlank()) {
        throw new IllegalArgumentException("A text is given in both languages");
      }
    }
  }

  /**
   * The picture that identity providers show beside the name.
   *
   * @param address where it is, on https in a real federation
   * @param width its width in pixels
   * @param height its height in pixels
   */
  public record Logo(URI address, int width, int height) {}

  private final Text organisation;
  private final URI organisationUrl;
  private final Optional<String> organisationNumber;
  private final Text name;
  private final Text description;
  private final Logo logo;
  private final Optional<String> supportEmail;
  private final Optional<URI> informationUrl;
  private final Optional<URI> privacyStatementUrl;

  private ServiceDescription(Builder builder) {
    organisation = present(builder.organisation, "organisation", "Swedish, English, web site");
    organisationUrl =
        present(builder.organisationUrl, "organisation", "Swedish, English, web site");
    organisationNumber = Optional.ofNullable(builder.organisationNumber);
    name = present(builder.name, "name", "Swedish, English");
    description = present(builder.description, "description", "Swedish, English");
    logo = present(builder.logo, "logo", "address, width, height");
    supportEmail = Optional.ofNullable(builder.supportEmail);
    informationUrl = Optional.ofNullable(builder.informationUrl);
    privacyStatementUrl = Optional.ofNullable(builder.privacyStatementUrl);
  }

  private static <T> T present(@Nullable T part, String method, String parts) {
    return Objects.requireNonNull(
        part, () -> "The %s is missing: call %s(%s)".formatted(method, method, parts));
  }

  /**
   * Returns a builder; organisation, name, description and logo are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the name of the organisation, as registered.
   *
   * @return the name
   */
  public Text organisation() {
    return organisation;
  }

  /**
   * Returns the organisation's web site.
   *
   * @return the address
   */
  public URI organisationUrl() {
    return organisationUrl;
  }

  /**
   * Returns the organisation's number.
   *
   * @return ten digits without hyphen, or empty
   */
  public Optional<String> organisationNumber() {
    return organisationNumber;
  }

  /**
   * Returns the name of the service.
   *
   * @return the name
   */
  public Text name() {
    return name;
  }

  /**
   * Returns what the service is for.
   *
   * @return the description
   */
  public Text description() {
    return description;
  }

  /**
   * Returns the picture.
   *
   * @return the logo
   */
  public Logo logo() {
    return logo;
  }

  /**
   * Returns the address for support.
   *
   * @return the address, or empty
   */
  public Optional<String> supportEmail() {
    return supportEmail;
  }

  /**
   * Returns the page that tells more about the service.
   *
   * @return the address, or empty
   */
  public Optional<URI> informationUrl() {
    return informationUrl;
  }

  /**
   * Returns the page that tells how personal data is handled.
   *
   * @return the address, or empty
   */
  public Optional<URI> privacyStatementUrl() {
    return privacyStatementUrl;
  }

  /** Gathers the parts of a {@link ServiceDescription}. */
  public static final class Builder {
    private @Nullable Text organisation;
    private @Nullable URI organisationUrl;
    private @Nullable String organisationNumber;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Logo logo;
    private @Nullable String supportEmail;
    private @Nullable URI informationUrl;
    private @Nullable URI privacyStatementUrl;

    private Builder() {}

    /**
     * Sets the organisation.
     *
     * @param sv its registered name
     * @param en its name in English
     * @param url its web site
     * @return this builder
     */
    public Builder organisation(String sv, String en, URI url) {
      organisation = new Text(sv, en);
      organisationUrl = url;
      return this;
    }

    /**
     * Sets the organisation's number.
     *
     * @param value ten digits without hyphen
     * @return this builder
     */
    public Builder organisationNumber(String value) {
      organisationNumber = value;
      return this;
    }

    /**
     * Sets the name of the service.
     *
     * @param sv in Swedish
     * @param en in English
     * @return this builder
     */
    public Builder name(String sv, String en) {
      name = new Text(sv, en);
      return this;
    }

    /**
     * Sets what the service is for.
     *
     * @param sv in Swedish
     * @param en in English
     * @return this builder
     */
    public Builder description(String sv, String en) {
      description = new Text(sv, en);
      return this;
    }

    /**
     * Sets the picture.
     *
     * @param address where it is
     * @param width its width in pixels
     * @param height its height in pixels
     * @return this builder
     */
    public Builder logo(URI address, int width, int height) {
      logo = new Logo(address, width, height);
      return this;
    }

    /**
     * Sets the address for support.
     *
     * @param value an e-mail address of a function, not of a person
     * @return this builder
     */
    public Builder supportEmail(String value) {
      supportEmail = value;
      return this;
    }

    /**
     * Sets the page that tells more about the service.
     *
     * @param value its address
     * @return this builder
     */
    public Builder informationUrl(URI value) {
      informationUrl = value;
      return this;
    }

    /**
     * Sets the page that tells how personal data is handled.
     *
     * @param value its address
     * @return this builder
     */
    public Builder privacyStatementUrl(URI value) {
      privacyStatementUrl = value;
      return this;
    }

    /**
     * Builds the description.
     *
     * @return the description
     * @throws NullPointerException when organisation, name, description or logo is missing, and
     *     says how to give it
     */
    public ServiceDescription build() {
      return new ServiceDescription(this);
    }
  }
}
