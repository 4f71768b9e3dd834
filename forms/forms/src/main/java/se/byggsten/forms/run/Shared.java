package se.byggsten.forms.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A collection of a state that is copied when it is first changed, not before. */
final class Shared<C> {
  private final C original;
  private final UnaryOperator<C> copying;
  private final UnaryOperator<C> closing;
  private @Nullable C copy;

  private Shared(C original, UnaryOperator<C> copying, UnaryOperator<C> closing) {
    this.original = original;
    this.copying = copying;
    this.closing = closing;
  }

  /** Takes a map that nobody changes. */
  static <V> Shared<Map<String, V>> map(Map<String, V> original) {
    return new Shared<>(original, LinkedHashMap::new, Collections::unmodifiableMap);
  }

  /** Takes a set that nobody changes. */
  static Shared<Set<String>> set(Set<String> original) {
    return new Shared<>(original, LinkedHashSet::new, Collections::unmodifiableSet);
  }

  /** The copy, to be changed. */
  C changing() {
    C own = copy;
    if (own == null) {
      own = copying.apply(original);
      copy = own;
    }
    return own;
  }

  /** What came of it, which nobody changes any more. */
  C kept() {
    C own = copy;
    return own == null ? original : closing.apply(own);
  }
}
