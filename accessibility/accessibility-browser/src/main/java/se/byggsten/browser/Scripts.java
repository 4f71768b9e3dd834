package se.byggsten.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The scripts that look at a page. */
final class Scripts {
  /** Our own functions, as {@code byggsten}. */
  static final String LIBRARY = read("/se/byggsten/browser/look.js");

  static final String AXE = read("/axe.min.js");

  /** Runs axe and keeps what is needed, which is never what stands on the page. */
  static final String AXE_RUN =
      """
      var done = arguments[arguments.length - 1];
      var tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      axe.run(document, { runOnly: { type: "tag", values: tags } }).then(function (results) {
        var out = [];
        [["violation", results.violations], ["incomplete", results.incomplete]].forEach(function (part) {
          part[1].forEach(function (rule) {
            rule.nodes.forEach(function (node) {
              out.push({
                kind: part[0],
                rule: rule.id,
                help: rule.help,
                element: node.target.join(" "),
                remedy: node.failureSummary || rule.helpUrl
              });
            });
          });
        });
        done(out);
      }, function (error) {
        done([String(error)]);
      });
      """;

  private Scripts() {}

  private static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("The class path lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("The class path is broken at " + name, e);
    }
  }
}
