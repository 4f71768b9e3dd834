package se.byggsten.testidp.internal;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.testidp.protocol.TestIdpException;

/** Metadata that are fetched when they are first needed, and then kept. */
public final class LazyMetadata implements Supplier<String> {
  private final URI address;
  private @Nullable String fetched;

  private LazyMetadata(URI address) {
    this.address = address;
  }

  /** Returns the metadata at an address. */
  public static LazyMetadata at(URI address) {
    return new LazyMetadata(address);
  }

  @Override
  public synchronized String get() {
    String known = fetched;
    if (known == null) {
      HttpFetch.Answer answer = HttpFetch.get(address, Map.of());
      if (answer.status() != 200) {
        throw new TestIdpException(
            "The metadata of the service cannot be fetched: it answers " + answer.status());
      }
      known = answer.body();
      fetched = known;
    }
    return known;
  }
}
