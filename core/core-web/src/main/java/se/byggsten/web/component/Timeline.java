package se.byggsten.web.component;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * What has happened in a case, what happens now and what is to come.
 *
 * @param events in the order in which they happen
 * @param locale the language of the words for the states
 */
public record Timeline(List<Event> events, Locale locale) implements Component {
  /** Where an event stands in time. */
  public enum State {
    /** It has happened. */
    DONE,
    /** It happens now. */
    CURRENT,
    /** It is to come. */
    COMING
  }

  /**
   * One event.
   *
   * @param title what happens
   * @param when the time in words, such as {@code 3 mars 2026 kl. 14.02}; may be empty
   * @param datetime the same time for machines (HTML's time element), or null
   * @param content more about it, may be empty
   * @param state where it stands in time
   */
  public record Event(
      String title, String when, @Nullable String datetime, Html content, State state) {
    /** Leaves out the texts. */
    @Override
    public String toString() {
      return "Event[" + state + "]";
    }
  }

  /** Keeps a copy of the events. */
  public Timeline {
    events = List.copyOf(events);
  }

  @Override
  public Html toHtml() {
    Texts texts = Texts.of(locale);
    Element list = Element.of("ol").cls("byggsten-timeline");
    for (Event event : events) {
      String state = event.state().name().toLowerCase(Locale.ROOT);
      Element item =
          Element.of("li")
              .cls("byggsten-timeline__event", "byggsten-timeline__event--" + state)
              .attr("aria-current", event.state() == State.CURRENT ? "step" : null)
              .add(
                  Element.of("h3")
                      .cls("byggsten-timeline__title")
                      .add(
                          Element.of("span")
                              .cls("govuk-visually-hidden")
                              .html(texts.html("timeline." + state))
                              .text(": "))
                      .text(event.title()));
      if (!event.when().isEmpty()) {
        Element when = Element.of("p").cls("byggsten-timeline__when");
        item.add(
            event.datetime() == null
                ? when.text(event.when())
                : when.add(
                    Element.of("time").attr("datetime", event.datetime()).text(event.when())));
      }
      if (!event.content().isEmpty()) {
        item.add(Element.of("div").cls("byggsten-timeline__content").html(event.content().value()));
      }
      list.add(item);
    }
    return Render.html(list);
  }
}
