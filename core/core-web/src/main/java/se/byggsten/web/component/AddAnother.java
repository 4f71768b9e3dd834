package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * What has been added so far, with links to change and remove each, and one to add another.
 *
 * <p>Every link leads to a page, so that all works without the script; what removes must ask first,
 * or be sent by POST from there.
 *
 * @param entries what has been added, in order
 * @param add the link that adds another, or null when there can be no more
 * @param note what stands in place of the link, such as that there can be no more; may be empty
 * @param empty what stands when nothing has been added; may be empty
 * @param headingLevel the level of each entry's heading
 * @param locale the language of {@code Ändra} and {@code Ta bort}
 */
public record AddAnother(
    List<Entry> entries, @Nullable Link add, Html note, Html empty, int headingLevel, Locale locale)
    implements Component {

  /** Keeps a copy of the entries. */
  public AddAnother {
    entries = List.copyOf(entries);
  }

  /**
   * One that has been added.
   *
   * @param title its heading, such as {@code Barn 1}
   * @param rows what was answered about it, may be empty
   * @param changeHref where it is changed, or null
   * @param removeHref where it is removed, or null
   */
  public record Entry(
      String title,
      List<SummaryList.Row> rows,
      @Nullable String changeHref,
      @Nullable String removeHref) {
    /** Keeps a copy of the rows. */
    public Entry {
      rows = List.copyOf(rows);
    }

    /** Leaves out the texts, which are somebody's answers. */
    @Override
    public String toString() {
      return "Entry";
    }
  }

  /** Starts a list in a language. */
  public static Builder builder(Locale locale) {
    return new Builder(locale);
  }

  @Override
  public Html toHtml() {
    Texts texts = Texts.of(locale);
    Element all = Element.of("div").cls("byggsten-add-another");
    if (entries.isEmpty() && !empty.isEmpty()) {
      all.add(Element.of("p").cls("govuk-body").html(empty.value()));
    }
    for (Entry entry : entries) {
      List<Link> actions = new ArrayList<>();
      if (entry.changeHref() != null) {
        actions.add(action(texts, "add.change", entry.changeHref()));
      }
      if (entry.removeHref() != null) {
        actions.add(action(texts, "add.remove", entry.removeHref()));
      }
      SummaryList.Card card =
          new SummaryList.Card(Html.text(entry.title()), headingLevel, actions, Block.NONE);
      all.html(SummaryList.of(card, entry.rows()).toHtml().value());
    }
    if (add != null) {
      all.html(Button.builder(add.content()).href(add.href()).secondary().build().toHtml().value());
    }
    if (!note.isEmpty()) {
      all.html(new InsetText(note, Block.NONE).toHtml().value());
    }
    return Render.html(all);
  }

  private static Link action(Texts texts, String key, String href) {
    return new Link(Html.trusted(texts.html(key)), href, null, Block.NONE);
  }

  /** Tells only how many there are. */
  @Override
  public String toString() {
    return "AddAnother[" + entries.size() + "]";
  }

  /** Builds a list. */
  public static final class Builder {
    private final Locale locale;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Link add;
    private Html note = Html.EMPTY;
    private Html empty = Html.EMPTY;
    private int headingLevel = 2;

    private Builder(Locale locale) {
      this.locale = locale;
    }

    /** Adds one that has been added. */
    public Builder entry(Entry entry) {
      entries.add(entry);
      return this;
    }

    /** Sets the link that adds another, such as {@code Lägg till ett barn}. */
    public Builder add(String text, String href) {
      this.add = Link.of(text, href);
      return this;
    }

    /** Says why no more can be added. */
    public Builder note(String text) {
      this.note = Html.text(text);
      return this;
    }

    /** Says that nothing has been added yet. */
    public Builder empty(String text) {
      this.empty = Html.text(text);
      return this;
    }

    /** Sets the level of each entry's heading, 2 from the start. */
    public Builder headingLevel(int level) {
      this.headingLevel = level;
      return this;
    }

    /** Returns the list. */
    public AddAnother build() {
      return new AddAnother(entries, add, note, empty, headingLevel, locale);
    }
  }
}
