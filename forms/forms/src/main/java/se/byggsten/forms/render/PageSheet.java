package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.component.Button;

/**
 * What stands on a page whatever is answered, in one language.
 *
 * @param title the heading; of a page without a title of its own its only question
 * @param intro text under the heading; may be empty
 * @param headedByField whether the only question of the page is its heading
 * @param opening the heading and the text under it
 * @param allRequired what is said when every question must be answered
 * @param someOptional what is said when some need not
 * @param buttons where to go from the page
 * @param takesFiles whether files may be sent
 */
record PageSheet(
    String title,
    String intro,
    boolean headedByField,
    Html opening,
    Html allRequired,
    Html someOptional,
    Buttons buttons,
    boolean takesFiles) {

  static PageSheet of(Said said, PageDefinition page) {
    Words words = said.words();
    boolean headed = page.fields().size() == 1 && said.find(page.id() + ".title").isEmpty();
    String key = headed ? page.fields().get(0).id() + ".label" : page.id() + ".title";
    String title = said.text(key);
    String intro = said.find(page.id() + ".intro").orElse("");
    return new PageSheet(
        title,
        intro,
        headed,
        Html.concat(PageHtml.title(title), intro.isEmpty() ? Html.EMPTY : Markdown.html(intro)),
        FieldHtml.paragraphs(words.get("page.required")),
        FieldHtml.paragraphs(words.get("page.optional")),
        Buttons.of(words),
        page.fields().stream().anyMatch(field -> field.has(Trait.FILES)));
  }

  /** Where to go from a page, in each way that it may be drawn. */
  record Buttons(List<Html> ways) {
    private static final int BACK = 1;
    private static final int SAVES = 2;
    private static final int LATER = 4;

    static Buttons of(Words words) {
      List<Html> ways = new ArrayList<>();
      for (int way = 0; way <= (BACK | SAVES | LATER); way++) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(Button.submit(words.get("action.next")));
        if ((way & BACK) != 0) {
          buttons.add(back(words));
        }
        if ((way & SAVES) != 0) {
          buttons.add(save(words));
        }
        if ((way & LATER) != 0) {
          buttons.add(Button.secondary(words.get("action.later"), PostedFields.ACTION, "later"));
        }
        ways.add(Button.group(buttons.toArray(new Button[0])));
      }
      return new Buttons(List.copyOf(ways));
    }

    static Button back(Words words) {
      return Button.secondary(words.get("action.back"), PostedFields.ACTION, "back");
    }

    static Button save(Words words) {
      return Button.secondary(words.get("action.save"), PostedFields.ACTION, PostedFields.SAVE);
    }

    Html with(boolean back, boolean saves, boolean later) {
      return ways.get((back ? BACK : 0) | (saves ? SAVES : 0) | (later ? LATER : 0));
    }
  }
}
