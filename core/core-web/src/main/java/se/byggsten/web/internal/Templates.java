package se.byggsten.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the templates that the build compiled. */
public final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "se.byggsten.web.templates.internal");

  private Templates() {}

  /** Renders a template with its parameters by name. */
  public static String render(String name, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    ENGINE.render(name, parameters, output);
    return Escape.clean(output.toString());
  }
}
