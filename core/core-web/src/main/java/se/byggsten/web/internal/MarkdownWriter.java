package se.byggsten.web.internal;

import java.util.Set;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Writes the nodes that commonmark-java reads; the walk has no recursion and a limit to depth. */
public final class MarkdownWriter {
  private static final int MAX_BLOCKS = 12;
  private static final int MAX_DEPTH = 40;
  private static final int LAST_LEVEL = 6;
  private static final Parser BLOCKS =
      Parser.builder()
          .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
          .maxOpenBlockParsers(MAX_BLOCKS)
          .build();
  private static final Parser INLINES = Parser.builder().enabledBlockTypes(Set.of()).build();

  private final StringBuilder out = new StringBuilder();
  private final int firstLevel;
  private final boolean blocks;
  private int depth;

  private MarkdownWriter(int firstLevel, boolean blocks) {
    this.firstLevel = firstLevel;
    this.blocks = blocks;
  }

  /** Writes a text with its blocks; a raw one is written as it is. */
  public static String html(String text, int firstLevel, boolean raw) {
    if (raw) {
      return "<p class=\"govuk-body\">" + Escape.html(text) + "</p>";
    }
    return new MarkdownWriter(firstLevel, true).write(BLOCKS.parse(plainRules(text)));
  }

  /** Writes a text that is a part of a line; a raw one is written as it is. */
  public static String inline(String text, boolean raw) {
    return raw
        ? Escape.html(text)
        : new MarkdownWriter(LAST_LEVEL, false).write(INLINES.parse(text.strip()));
  }

  /** Link reference definitions would vanish from the page; a bracket with a backslash stays. */
  private static String plainRules(String text) {
    return text.indexOf("]:") < 0 ? text : text.replace("]:", "]\\:");
  }

  private String write(Node document) {
    Node node = document.getFirstChild();
    while (node != null) {
      depth++;
      boolean shown = depth <= MAX_DEPTH;
      if (shown) {
        open(node);
      } else {
        leaf(node);
      }
      Node next = node.getFirstChild();
      // Up again, closing what was opened, until there is somebody beside.
      while (next == null) {
        if (depth <= MAX_DEPTH) {
          close(node);
        }
        depth--;
        next = node.getNext();
        if (next == null) {
          node = node.getParent();
          if (node == null || node == document) {
            return out.toString();
          }
        }
      }
      node = next;
    }
    return out.toString();
  }

  private void open(Node node) {
    if (node instanceof Paragraph) {
      if (blocks && !tight(node)) {
        out.append("<p class=\"govuk-body\">");
      } else if (node.getPrevious() != null) {
        out.append("<br/>");
      }
    } else if (node instanceof Heading heading) {
      int level = level(heading);
      String size = level <= 1 ? "l" : level == 2 ? "m" : "s";
      out.append("<h").append(level).append(" class=\"govuk-heading-").append(size).append("\">");
    } else if (node instanceof BulletList) {
      out.append("<ul class=\"govuk-list govuk-list--bullet\">");
    } else if (node instanceof OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      out.append("<ol class=\"govuk-list govuk-list--number\"");
      out.append(start == null || start == 1 ? ">" : " start=\"" + start + "\">");
    } else if (node instanceof ListItem) {
      out.append("<li>");
    } else if (node instanceof StrongEmphasis) {
      out.append("<strong>");
    } else if (node instanceof Emphasis) {
      out.append("<em>");
    } else if (node instanceof Link link) {
      if (leads(link)) {
        out.append("<a class=\"govuk-link\" href=\"");
        Escape.value(out, link.getDestination());
        out.append("\">");
      }
    } else {
      leaf(node);
    }
  }

  private void leaf(Node node) {
    String text = literal(node);
    if (text != null) {
      Escape.append(out, text);
    } else if (node instanceof HardLineBreak) {
      out.append("<br/>");
    } else if (node instanceof SoftLineBreak) {
      out.append('\n');
    }
  }

  private static @Nullable String literal(Node node) {
    if (node instanceof Text text) {
      return text.getLiteral();
    }
    if (node instanceof HtmlInline html) {
      return html.getLiteral();
    }
    return node instanceof Code code ? code.getLiteral() : null;
  }

  private void close(Node node) {
    if (node instanceof Paragraph) {
      out.append(blocks && !tight(node) ? "</p>\n" : "");
    } else if (node instanceof Heading heading) {
      out.append("</h").append(level(heading)).append(">\n");
    } else if (node instanceof BulletList) {
      out.append("</ul>\n");
    } else if (node instanceof OrderedList) {
      out.append("</ol>\n");
    } else if (node instanceof ListItem) {
      out.append("</li>\n");
    } else if (node instanceof StrongEmphasis) {
      out.append("</strong>");
    } else if (node instanceof Emphasis) {
      out.append("</em>");
    } else if (node instanceof Link link) {
      away(link.getDestination(), leads(link));
    } else if (node instanceof Image image) {
      away(image.getDestination(), false);
    }
  }

  /** Ends a link; an address that cannot be linked to is shown instead. */
  private void away(String destination, boolean linked) {
    if (linked) {
      out.append("</a>");
    } else {
      out.append(" (");
      Escape.append(out, destination);
      out.append(')');
    }
  }

  private static boolean leads(Link link) {
    String to = link.getDestination();
    if (to.isEmpty() || to.startsWith("//") || !Urls.safe(to)) {
      return false;
    }
    for (Node up = link.getParent(); up != null; up = up.getParent()) {
      if (up instanceof Link) {
        return false;
      }
    }
    return true;
  }

  private int level(Heading heading) {
    return Math.min(LAST_LEVEL, firstLevel + heading.getLevel() - 1);
  }

  private static boolean tight(Node paragraph) {
    Node item = paragraph.getParent();
    return item != null && item.getParent() instanceof ListBlock list && list.isTight();
  }
}
