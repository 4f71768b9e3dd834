package se.byggsten.saml.lint.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import se.byggsten.saml.protocol.internal.XmlLimits;

/**
 * Builds one entity at a time and hands it over with what breaks the schema in it.
 *
 * <p>What has been handed over is forgotten, so that a federation costs no more than its largest
 * entity.
 */
public final class MetadataHandler extends DefaultHandler2 {
  private static final Set<String> ID_NAMES = Set.of("ID", "Id", "id", "AssertionID");
  private static final int LONGEST_NAME = 256;
  private static final int MOST_IN_ENTITY = 50_000;
  private static final int MOST_ENTITIES = 10_000;
  private static final int MOST_PROBLEMS = 50;

  private final BiConsumer<XmlNode, List<SchemaProblem>> entities;
  private final ValidatorHandler schema = MetadataSchema.handler();
  private final Set<String> ids = new HashSet<>();
  private final List<SchemaProblem> ofDocument = new ArrayList<>();
  private List<SchemaProblem> problems = ofDocument;
  private String text = "";
  private int[] lines = {0};
  private @Nullable Locator locator;
  private @Nullable XmlNode root;
  private @Nullable XmlNode current;
  private @Nullable XmlNode entity;
  private int depth;
  private int elements;
  private int counted;
  private int inEntity;
  private int outside;
  private int found;

  public MetadataHandler(BiConsumer<XmlNode, List<SchemaProblem>> entities) {
    this.entities = entities;
    schema.setErrorHandler(this);
  }

  /** The outermost element, without its entities. */
  public @Nullable XmlNode root() {
    return root;
  }

  /** What breaks the schema outside entities. */
  public List<SchemaProblem> ofDocument() {
    return List.copyOf(ofDocument);
  }

  /** The whole text, from which the beginning of a tag is found. */
  public void text(String whole) {
    text = whole;
    lines = lineStarts(whole);
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
    schema.setDocumentLocator(given);
  }

  @Override
  public void startDocument() throws SAXException {
    schema.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    schema.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    schema.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    schema.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes given)
      throws SAXException {
    int[] place = place(qualified);
    XmlLimits limits = XmlLimits.METADATA;
    depth++;
    elements++;
    if (entity == null) {
      outside++;
    } else {
      inEntity++;
    }
    counted += given.getLength();
    if (depth > limits.depth()
        || counted > limits.attributes()
        || elements > limits.elements()
        || inEntity > MOST_IN_ENTITY
        || outside > MOST_IN_ENTITY
        || name.length() > LONGEST_NAME) {
      throw new MetadataXmlException(SchemaProblem.at(place[0], place[1], "XML-TOO-LARGE"));
    }
    Map<String, String> attributes = new HashMap<>();
    XmlNode node = new XmlNode(uri, name, attributes, current, place[0], place[1]);
    if (current == null) {
      root = node;
    }
    boolean begins = entity == null && node.is(Names.MD, "EntityDescriptor");
    current = node;
    if (begins) {
      entity = node;
      inEntity = 0;
      problems = new ArrayList<>();
    }
    for (int i = 0; i < given.getLength(); i++) {
      String space = given.getURI(i);
      String attribute = given.getLocalName(i);
      attributes.put(
          space.isEmpty() ? attribute : "{" + space + "}" + attribute, given.getValue(i));
      if (ID_NAMES.contains(attribute) && !ids.add(given.getValue(i))) {
        add(SchemaProblem.at(node, "ID-TWICE", attribute));
      }
    }
    schema.startElement(uri, name, qualified, given);
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    schema.endElement(uri, name, qualified);
    depth--;
    XmlNode node = current;
    if (node == null) {
      return;
    }
    XmlNode parent = node.parent();
    current = parent;
    if (node == entity) {
      if (++found > MOST_ENTITIES) {
        throw new MetadataXmlException(SchemaProblem.at(node, "XML-TOO-LARGE"));
      }
      entities.accept(node, problems);
      entity = null;
      problems = ofDocument;
      if (parent != null) {
        parent.forget(node);
      }
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (current != null) {
      current.append(characters, start, length);
    }
    schema.characters(characters, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    characters(characters, start, length);
  }

  /** What the validator finds; the element that begins or ends is the one it is about. */
  @Override
  public void error(SAXParseException problem) {
    if (current != null && !isOtherRole(current)) {
      SchemaMessages.problem(current, String.valueOf(problem.getMessage())).ifPresent(this::add);
    }
  }

  /** Roles beyond SAML's own come with schemas of their own, which are not known here. */
  private static boolean isOtherRole(XmlNode node) {
    for (XmlNode at = node; at != null; at = at.parent()) {
      if (at.is(Names.MD, "RoleDescriptor")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void fatalError(SAXParseException problem) throws SAXException {
    throw problem;
  }

  private void add(SchemaProblem problem) {
    boolean told = problems.contains(problem);
    if (!told && problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  /** Where the tag begins: the parser tells where it ends, and no tag holds another's beginning. */
  private int[] place(String qualified) {
    int line = locator == null ? 1 : Math.max(1, locator.getLineNumber());
    int column = locator == null ? 1 : Math.max(1, locator.getColumnNumber());
    if (line <= lines.length) {
      int end = Math.min(text.length(), lines[line - 1] + column - 1);
      int begin = text.lastIndexOf('<', end - 1);
      if (begin >= 0 && text.startsWith(qualified, begin + 1)) {
        int row = row(begin);
        return new int[] {row + 1, begin - lines[row] + 1};
      }
    }
    return new int[] {line, column};
  }

  private int row(int offset) {
    int index = Arrays.binarySearch(lines, offset);
    return index >= 0 ? index : -index - 2;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
