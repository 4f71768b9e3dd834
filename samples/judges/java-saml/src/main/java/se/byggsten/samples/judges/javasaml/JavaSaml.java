package se.byggsten.samples.judges.javasaml;

import com.onelogin.saml2.authn.SamlResponse;
import com.onelogin.saml2.http.HttpRequest;
import com.onelogin.saml2.settings.Saml2Settings;
import com.onelogin.saml2.settings.SettingsBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A service provider made with java-saml: strict, with signed messages wanted and all else as its
 * makers have set it, its validation by schema too.
 *
 * <p>Takes {@code request-id base64}, and returns {@code ACCEPTED} with what it reads, or {@code
 * REFUSED} with its reason. Of the JDK's types alone, so that a benchmark can load it apart.
 */
public final class JavaSaml implements Function<String, String> {
  private final Saml2Settings settings;
  private final String acs;

  /**
   * Creates the service provider of a scene.
   *
   * @param scene the names, addresses, keys and certificates; {@code encrypted} says whether
   *     assertions must be
   */
  public JavaSaml(Map<String, String> scene) {
    acs = scene.get("acs");
    Map<String, Object> values = new TreeMap<>();
    values.put(SettingsBuilder.STRICT_PROPERTY_KEY, true);
    values.put(SettingsBuilder.SP_ENTITYID_PROPERTY_KEY, scene.get("sp"));
    values.put(SettingsBuilder.SP_ASSERTION_CONSUMER_SERVICE_URL_PROPERTY_KEY, acs);
    values.put(SettingsBuilder.SP_X509CERT_PROPERTY_KEY, scene.get("spCertificate"));
    values.put(SettingsBuilder.SP_PRIVATEKEY_PROPERTY_KEY, scene.get("spKey"));
    values.put(SettingsBuilder.IDP_ENTITYID_PROPERTY_KEY, scene.get("idp"));
    values.put(SettingsBuilder.IDP_SINGLE_SIGN_ON_SERVICE_URL_PROPERTY_KEY, scene.get("idp"));
    values.put(SettingsBuilder.IDP_X509CERT_PROPERTY_KEY, scene.get("idpCertificate"));
    values.put(SettingsBuilder.SECURITY_WANT_MESSAGES_SIGNED, true);
    values.put(
        SettingsBuilder.SECURITY_WANT_ASSERTIONS_ENCRYPTED,
        Boolean.parseBoolean(scene.get("encrypted")));
    values.put(SettingsBuilder.SECURITY_WANT_NAMEID, false);
    values.put(SettingsBuilder.SECURITY_REJECT_DEPRECATED_ALGORITHM, true);
    settings = new SettingsBuilder().fromValues(values).build();
  }

  @Override
  public String apply(String requestAndResponse) {
    String[] parts = requestAndResponse.split(" ", 2);
    try {
      SamlResponse response =
          new SamlResponse(
              settings, new HttpRequest(acs, Map.of("SAMLResponse", List.of(parts[1])), ""));
      if (!response.isValid(parts[0])) {
        return "REFUSED " + oneLine(response.getError());
      }
      StringBuilder said = new StringBuilder("ACCEPTED");
      for (Map.Entry<String, List<String>> attribute :
          new TreeMap<>(response.getAttributes()).entrySet()) {
        said.append(' ').append(attribute.getKey()).append('=').append(attribute.getValue());
      }
      return oneLine(said.toString());
    } catch (Exception | StackOverflowError | NoClassDefFoundError e) {
      // Too deep a message ends in an error, and is not accepted.
      return "REFUSED " + oneLine(String.valueOf(e));
    }
  }

  private static String oneLine(String text) {
    return String.valueOf(text).replaceAll("\\s+", " ");
  }
}
