package se.byggsten.saml.lint.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.finding.Location;

/**
 * Something that breaks the schema or the rules of XML.
 *
 * @param node the element, whose place is known for sure only when those beside it have been read;
 *     null where there is none
 * @param line the line, from 1
 * @param column the column, from 1
 * @param code the kind, a key of the texts
 * @param values what the text of the kind names
 */
public record SchemaProblem(
    @Nullable XmlNode node, int line, int column, String code, List<String> values) {
  public static SchemaProblem at(XmlNode node, String code, String... values) {
    return new SchemaProblem(node, node.line(), node.column(), code, List.of(values));
  }

  /** A problem of the text, before there is an element. */
  public static SchemaProblem at(int line, int column, String code) {
    return new SchemaProblem(null, Math.max(1, line), Math.max(1, column), code, List.of());
  }

  public Location where(String resource) {
    return node == null ? Location.at(resource, line, column) : node.where(resource);
  }
}
