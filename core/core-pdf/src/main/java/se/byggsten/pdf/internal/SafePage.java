package se.byggsten.pdf.internal;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfException;

/** Makes a page into a document that is safe to lay out, or refuses it. */
final class SafePage {
  private static final int MAX_CHARS = 5_000_000;
  private static final int MAX_ELEMENTS = 60_000;
  private static final int MAX_DEPTH = 120;
  private static final int MAX_SPAN = 200;

  private static final Pattern DOCTYPE =
      Pattern.compile("\\A\\s*(<\\?xml[^>]{0,200}\\?>)?\\s*<!DOCTYPE\\s+html\\s*>", 2);
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9a-fA-F]+|[0-9]+);");
  private static final Pattern CSS_OUTSIDE =
      Pattern.compile("url\\s*\\(|@import|@font-face|\\\\|src\\s*\\(|/\\*", 2);
  private static final Pattern CSS_HUGE = Pattern.compile("(?<![#0-9a-fA-F])[0-9]{5,}");

  private static final Set<String> REFUSED =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "link",
          "base",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "audio",
          "video",
          "source",
          "svg",
          "math",
          "template",
          "picture",
          "canvas");
  private static final Set<String> URL_ATTRIBUTES =
      Set.of("src", "srcset", "background", "poster", "data", "action", "formaction", "cite");

  private SafePage() {}

  static Document of(PrintableDocument document, UnaryOperator<String> showable) {
    if (document.title().isBlank() || document.language().getLanguage().isEmpty()) {
      throw new PdfException(
          PdfException.METADATA_MISSING, "Give the document a title and a language.");
    }
    if (document.html().length() > MAX_CHARS) {
      throw tooLarge("The page has more than " + MAX_CHARS + " characters.");
    }
    Document page = parse(document.html());
    clean(page, showable);
    head(page, document, showable);
    return page;
  }

  private static Document parse(String html) {
    String text = DOCTYPE.matcher(html).replaceFirst("");
    if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
      throw new PdfException(
          PdfException.DOCTYPE_REFUSED, "Use <!DOCTYPE html> alone, or no document type.");
    }
    text = ILLEGAL.matcher(text).replaceAll("\uFFFD");
    text = REFERENCE.matcher(text).replaceAll(match -> legalReference(match.group(1)));
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      builder.setEntityResolver(
          (publicId, systemId) -> {
            throw new SAXException("Nothing is fetched");
          });
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXException e) {
      // The parser's message may quote the page: leave it out.
      throw new PdfException(
          PdfException.NOT_WELL_FORMED, "The page is not well-formed XHTML: close every element.");
    } catch (ParserConfigurationException | java.io.IOException e) {
      throw new PdfException(PdfException.RENDERING_FAILED, "No safe XML parser is at hand.", e);
    }
  }

  private static String legalReference(String number) {
    boolean hexadecimal = number.startsWith("x");
    String digits = number.substring(hexadecimal ? 1 : 0).replaceFirst("^0+(?=.)", "");
    if (digits.length() > 8) {
      return "\uFFFD";
    }
    long point = Long.parseLong(digits, hexadecimal ? 16 : 10);
    boolean legal =
        point <= Character.MAX_CODE_POINT
            && !ILLEGAL.matcher(Character.toString((int) point)).matches();
    return legal ? "&#" + number + ";" : "\uFFFD";
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setNamespaceAware(false);
    return factory;
  }

  /** Walks without recursion: a deep page must not overflow the stack. */
  private static void clean(Document page, UnaryOperator<String> showable) {
    int elements = 0;
    int depth = 0;
    Node node = page.getDocumentElement();
    while (node != null) {
      Node next = null;
      if (node instanceof Element element) {
        if (++elements > MAX_ELEMENTS) {
          throw tooLarge("The page has more than " + MAX_ELEMENTS + " elements.");
        }
        check(element);
        next = element.getFirstChild();
      } else if (node.getNodeType() == Node.TEXT_NODE
          || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        String text = String.valueOf(node.getNodeValue());
        String clean = showable.apply(Hebrew.composed(text));
        if (!clean.equals(text)) {
          node.setNodeValue(clean);
        }
      } else if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        throw new PdfException(
            PdfException.DOCTYPE_REFUSED, "Take processing instructions out of the page.");
      }
      if (next != null) {
        if (++depth > MAX_DEPTH) {
          throw tooLarge("Elements lie deeper than " + MAX_DEPTH + " levels.");
        }
        node = next;
        continue;
      }
      while (node != null && node.getNextSibling() == null) {
        node = parentWithin(node, page);
        depth--;
      }
      node = node == null ? null : node.getNextSibling();
    }
  }

  private static @Nullable Node parentWithin(Node node, Document page) {
    Node parent = node.getParentNode();
    return parent == null || parent == page ? null : parent;
  }

  private static void check(Element element) {
    String name = element.getNodeName().toLowerCase(Locale.ROOT);
    if (REFUSED.contains(name) || name.indexOf(':') >= 0) {
      throw new PdfException(
          PdfException.ACTIVE_CONTENT,
          "Take active and embedded elements out of the page: script, form controls, frames.");
    }
    if (name.equals("meta") && element.hasAttribute("http-equiv")) {
      element.removeAttribute("http-equiv");
    }
    if (name.equals("style")) {
      checkStyle(element.getTextContent());
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = attributes.getLength() - 1; i >= 0; i--) {
      checkAttribute(name, (Attr) attributes.item(i));
    }
    if (name.equals("a") && element.hasAttribute("href")) {
      describeLink(element);
    }
    if (name.equals("img")) {
      DataImage.check(element);
    }
  }

  private static void checkAttribute(String name, Attr attribute) {
    String key = attribute.getName().toLowerCase(Locale.ROOT);
    String value = attribute.getValue();
    if (key.startsWith("on")) {
      throw new PdfException(
          PdfException.ACTIVE_CONTENT, "Take event handlers out of the page's elements.");
    }
    if (key.equals("style")) {
      checkStyle(value);
    }
    if (URL_ATTRIBUTES.contains(key) && !(name.equals("img") && key.equals("src"))) {
      throw outside();
    }
    if (key.equals("colspan") || key.equals("rowspan")) {
      if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) > MAX_SPAN) {
        throw tooLarge("A table cell spans more than " + MAX_SPAN + " rows or columns.");
      }
    }
    if (key.equals("href") && (!name.equals("a") || !isSafeLink(value))) {
      throw outside();
    }
  }

  private static boolean isSafeLink(String href) {
    String lower = href.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:")
        || lower.startsWith("tel:")
        || lower.startsWith("#");
  }

  private static void checkStyle(String css) {
    // An escape or a comment could hide what the engine would then read: refuse both.
    if (CSS_OUTSIDE.matcher(css).find()) {
      throw outside();
    }
    if (CSS_HUGE.matcher(css).find()) {
      throw tooLarge("A length in the styles has more than four digits.");
    }
  }

  /** PDF/UA-1, 7.18.5: a link carries a description. */
  private static void describeLink(Element link) {
    String text = link.getTextContent().strip().replaceAll("\\s+", " ");
    if (!link.hasAttribute("title") && !text.isEmpty()) {
      link.setAttribute("title", text);
    }
  }

  private static void head(
      Document page, PrintableDocument document, UnaryOperator<String> showable) {
    Element root = page.getDocumentElement();
    if (!"html".equals(root.getNodeName())) {
      throw new PdfException(
          PdfException.NOT_WELL_FORMED, "The outermost element of the page is not html.");
    }
    root.setAttribute("lang", document.language().toLanguageTag());
    String direction = rightToLeft(document.language()) ? "rtl" : "ltr";
    root.setAttribute("dir", direction);
    Element head = child(root, "head");
    if (head == null) {
      head = page.createElement("head");
      root.insertBefore(head, root.getFirstChild());
    }
    if (child(root, "body") == null) {
      throw new PdfException(PdfException.NOT_WELL_FORMED, "The page has no body.");
    }
    Element title = child(head, "title");
    if (title == null) {
      title = page.createElement("title");
      head.appendChild(title);
    }
    String shown = showable.apply(ILLEGAL.matcher(document.title()).replaceAll("\uFFFD"));
    title.setTextContent(shown);
    meta(page, head, "description", shown);
    Element style = page.createElement("style");
    String family = "font-family:'" + FontSet.FAMILY + "','" + FontSet.RESERVE + "'";
    style.setTextContent(
        "@page{"
            + family
            + "}*{"
            + family
            + " !important}body{direction:"
            + direction
            + "}[dir=rtl]{direction:rtl}[dir=ltr]{direction:ltr}");
    head.appendChild(style);
  }

  /** Hebrew and Arabic script are written from the right; a script that is named decides. */
  static boolean rightToLeft(Locale language) {
    return language.getScript().isEmpty()
        ? Set.of("yi", "ji", "he", "iw", "ar", "fa", "ur").contains(language.getLanguage())
        : Set.of("Hebr", "Arab").contains(language.getScript());
  }

  private static void meta(Document page, Element head, String name, String content) {
    for (Node n = head.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getAttribute("name").equalsIgnoreCase(name)) {
        return;
      }
    }
    Element meta = page.createElement("meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
    head.appendChild(meta);
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getNodeName().equals(name)) {
        return e;
      }
    }
    return null;
  }

  private static PdfException outside() {
    return new PdfException(
        PdfException.OUTSIDE_RESOURCE,
        "Put styles in the page and images in data: URLs; nothing is fetched.");
  }

  private static PdfException tooLarge(String what) {
    return new PdfException(PdfException.TOO_LARGE, what + " Split the document.");
  }
}
