package se.byggsten.web.component;

import java.util.Locale;

/** The size of a label, legend, caption or heading. */
public enum Size {
  /** Small. */
  S,
  /** Medium. */
  M,
  /** Large. */
  L,
  /** Extra large, for the only question of a page. */
  XL;

  String suffix() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }
}
