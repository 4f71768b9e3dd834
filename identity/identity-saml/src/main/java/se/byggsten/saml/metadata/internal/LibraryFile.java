package se.byggsten.saml.metadata.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

/** Data files that come with the library. */
public final class LibraryFile {
  private LibraryFile() {}

  /** Reads the YAML file of that name that lies beside the class. */
  public static DataView read(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The library lacks its file " + name);
      }
      return DataReader.yaml().view(name, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
