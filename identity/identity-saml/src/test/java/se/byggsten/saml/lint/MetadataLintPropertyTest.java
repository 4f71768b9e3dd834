package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.saml.lint.internal.Names;

class MetadataLintPropertyTest {
  @Property(tries = 80)
  void whatever_is_missing_or_doubled_every_requirement_gets_its_conclusion(@ForAll long seed)
      throws Exception {
    RightMetadata changed = changed(seed);
    MetadataLintReport report = changed.report();
    assertThat(report.entities()).hasSizeLessThanOrEqualTo(1);
    for (EntityResults entity : report.entities()) {
      assertThat(entity.results())
          .noneSatisfy(
              result -> assertThat(result.evidence()).contains("The requirement was not judged."));
      assertThat(entity.results()).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 30)
  void versions_differ_only_where_the_data_say(@ForAll long seed) throws Exception {
    RightMetadata changed = changed(seed);
    List<CheckResult> old = results(changed.report("1.8"));
    assertThat(results(changed.report("1.9"))).isEqualTo(old);
  }

  @Property(tries = 30)
  void every_place_is_a_real_one(@ForAll long seed) throws Exception {
    RightMetadata changed = changed(seed);
    String[] lines = changed.xml().split("\r\n|\r|\n", -1);
    Document document = parse(changed.xml());
    XPath xpath = XPathFactory.newDefaultInstance().newXPath();
    xpath.setNamespaceContext(new Prefixes());
    for (Finding finding : changed.report().findings()) {
      String path = finding.where().detail().orElse("");
      NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      assertThat(nodes.getLength()).as(path).isEqualTo(1);
      String name = nodes.item(0).getNodeName();
      int line = finding.where().line().orElseThrow();
      int column = finding.where().column().orElseThrow();
      assertThat(lines[line - 1].substring(column - 1)).as(path).startsWith("<" + name);
    }
  }

  @Property(tries = 100)
  void ends_on_whatever_bytes(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = RightMetadata.service().bytes();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] cut =
        random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    MetadataLintReport report =
        MetadataLint.of(SwedenConnectRequirements.version("1.9"), EntityRole.SP)
            .check("random.xml", cut, LintKeys.NOW);
    assertThat(report.document()).isNotEmpty();
    assertThat(report.entities().isEmpty())
        .isEqualTo(!report.document().get(0).findings().isEmpty());
  }

  private static List<CheckResult> results(MetadataLintReport report) {
    List<CheckResult> results = new ArrayList<>(report.document());
    report.entities().forEach(entity -> results.addAll(entity.results()));
    return results;
  }

  /** Some elements taken away or doubled, some attributes taken away or changed. */
  private static RightMetadata changed(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    RightMetadata right = random.nextBoolean() ? RightMetadata.service() : RightMetadata.provider();
    Document document = parse(right.xml());
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      NodeList all = document.getElementsByTagName("*");
      if (all.getLength() > 1) {
        change((Element) all.item(random.nextInt(1, all.getLength())), random);
      }
    }
    return new RightMetadata(right.role(), write(document));
  }

  private static void change(Element element, SplittableRandom random) {
    Element parent = (Element) element.getParentNode();
    switch (random.nextInt(5)) {
      case 0 -> parent.removeChild(element);
      case 1 -> parent.insertBefore(element.cloneNode(true), element);
      case 2 -> parent.appendChild(element);
      case 3 -> element.setTextContent("x");
      default -> {
        if (element.getAttributes().getLength() > 0) {
          int chosen = random.nextInt(element.getAttributes().getLength());
          if (random.nextBoolean()) {
            element.getAttributes().item(chosen).setNodeValue("");
          } else {
            element.removeAttributeNode((Attr) element.getAttributes().item(chosen));
          }
        }
      }
    }
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String write(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private static final class Prefixes implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return switch (prefix) {
        case "md" -> Names.MD;
        case "mdui" -> Names.MDUI;
        case "mdattr" -> Names.MDATTR;
        case "saml" -> Names.SAML;
        case "alg" -> Names.ALG;
        case "ds" -> Names.DS;
        case "shibmd" -> Names.SHIBMD;
        case "psc" -> Names.PSC;
        case "mdorgext" -> Names.MDORGEXT;
        default -> "";
      };
    }

    @Override
    public String getPrefix(String namespace) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      throw new UnsupportedOperationException();
    }
  }
}
