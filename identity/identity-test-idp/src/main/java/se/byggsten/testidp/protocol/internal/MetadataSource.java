package se.byggsten.testidp.protocol.internal;

import java.util.function.Supplier;
import se.byggsten.testidp.protocol.TestIdpException;

/** Where the metadata of a service come from. */
public interface MetadataSource {
  /**
   * Returns the metadata, of one service or several.
   *
   * @throws TestIdpException when they cannot be had
   */
  String xml();

  /** Asks for the metadata anew, unless that was just done; says whether they have changed. */
  boolean renew();

  /** Says in words where the metadata come from, such as "given to …" or "fetched from …". */
  String origin();

  /** Metadata that somebody hands over each time that they are asked for. */
  static MetadataSource given(Supplier<String> xml) {
    return new MetadataSource() {
      @Override
      public String xml() {
        return xml.get();
      }

      @Override
      public boolean renew() {
        return false;
      }

      @Override
      public String origin() {
        return "given to the test identity provider";
      }
    };
  }
}
