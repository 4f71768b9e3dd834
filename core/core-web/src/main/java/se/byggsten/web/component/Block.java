package se.byggsten.web.component;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.internal.Element;

/**
 * The id, classes and attributes that a caller may add to a component's outer element.
 *
 * @param id the id, or null
 * @param classes extra classes, may be empty
 * @param attributes extra attributes
 */
public record Block(@Nullable String id, String classes, Attributes attributes) {
  /** Adds nothing. */
  public static final Block NONE = new Block(null, "", Attributes.NONE);

  /** Returns a block with an id. */
  public static Block withId(String id) {
    return new Block(id, "", Attributes.NONE);
  }

  /** Returns a block with classes. */
  public static Block withClasses(String classes) {
    return new Block(null, classes, Attributes.NONE);
  }

  Element on(String tag, @Nullable String... names) {
    String[] all = Arrays.copyOf(names, names.length + 1);
    all[names.length] = classes;
    return Element.of(tag).attr("id", id).cls(all).attrs(attributes.values());
  }
}
