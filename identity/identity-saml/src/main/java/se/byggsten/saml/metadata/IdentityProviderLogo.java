package se.byggsten.saml.metadata;

import java.net.URI;
import java.util.Optional;

/**
 * A picture by which people know an identity provider ({@code mdui:Logo}).
 *
 * @param address where it is; fetched by the browser, so a page that shows it lets its host see the
 *     visitor; or the picture itself, as a {@code data:image/…;base64} URI of at most 64 kB, for
 *     the {@code src} of an {@code img}, where no script in it runs
 * @param width its width in pixels; 0 when it is not told
 * @param height its height in pixels; 0 when it is not told
 * @param language the language of the text in it, such as {@code sv}; empty for any
 */
public record IdentityProviderLogo(URI address, int width, int height, Optional<String> language) {}
