package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.party.Arrival;
import se.byggsten.forms.party.AssistedEntries;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.Identification;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.TextInput;

/** Staff fills in for somebody: who it is, how that is known, and when it arrived. */
final class AssistedPages {
  private static final int LONGEST_NAME = 100;

  private final PortalServices services;
  private final AssistedEntries entries;

  AssistedPages(PortalServices services, AssistedEntries entries) {
    this.services = services;
    this.entries = entries;
  }

  void addTo(Routes routes) {
    routes.get(Desk.ASSISTED, x -> form(x, Map.of())).post(Desk.ASSISTED, this::begin);
  }

  /** The desk of an entry that this official began. */
  Optional<Desk> desk(Exchange x) {
    return entries.find(x.part("ombud"), Desk.official(x)).map(entry -> Desk.assisted(x, entry));
  }

  private void form(Exchange x, Map<String, String> wrong) throws IOException {
    PortalTexts t = x.texts();
    Html top = Html.EMPTY;
    if (!wrong.isEmpty()) {
      List<Link> errors =
          wrong.entrySet().stream().map(e -> Link.of(e.getValue(), "#" + e.getKey())).toList();
      top = ErrorSummary.of(x.locale(), errors).toHtml();
    }
    Radios.Builder how =
        Radios.builder("identifiering").legend(t.get("assisted.how")).locale(x.locale());
    for (Identification one : Identification.values()) {
      how.choice(one.name(), t.get("assisted.how." + one));
    }
    Radios.Builder way = Radios.builder("vag").legend(t.get("assisted.way")).locale(x.locale());
    for (Arrival one : Arrival.values()) {
      way.choice(one.name(), t.get("assisted.way." + one));
    }
    Html date =
        DateInput.builder("kom")
            .legend(t.get("assisted.arrived"))
            .hint(t.get("assisted.arrived.hint"))
            .locale(x.locale())
            .namePrefix("kom")
            .value(x.field("kom-year"), x.field("kom-month"), x.field("kom-day"))
            .error(wrong.get("kom"))
            .build()
            .toHtml();
    Html fields =
        text(x, "personnummer", "assisted.number", wrong)
            .and(text(x, "fornamn", "assisted.given", wrong))
            .and(text(x, "efternamn", "assisted.surname", wrong))
            .and(
                how.value(x.field("identifiering"))
                    .error(wrong.get("identifiering"))
                    .build()
                    .toHtml())
            .and(way.value(x.field("vag")).error(wrong.get("vag")).build().toHtml())
            .and(date)
            .and(Button.submit(t.get("assisted.begin")).toHtml());
    Html body =
        top.and(Markup.h1(t.get("assisted.title")))
            .and(Markup.p(t.get("assisted.text")))
            .and(begun(x))
            .and(Markup.form(Desk.ASSISTED, x.csrf(), fields));
    x.show(
        wrong.isEmpty() ? 200 : 422,
        x.page("handler", t.get("assisted.title")).error(!wrong.isEmpty()).body(body).build());
  }

  /** What this official has begun, so that it need not be begun anew. */
  private Html begun(Exchange x) {
    PortalTexts t = x.texts();
    List<Html> links =
        entries.begun(Desk.official(x)).stream()
            .map(
                entry ->
                    Link.of(
                            t.get(
                                "assisted.begun.one",
                                (entry.givenName() + " " + entry.surname()).strip(),
                                t.get("assisted.way." + entry.arrival()),
                                t.moment(entry.arrivedAt())),
                            Desk.ASSISTED + "/" + entry.id())
                        .toHtml())
            .toList();
    return links.isEmpty()
        ? Html.EMPTY
        : Markup.h2(t.get("assisted.begun"))
            .and(Markup.list("ul", "govuk-list govuk-list--bullet", links))
            .and(Markup.h2(t.get("assisted.new")));
  }

  private static Html text(Exchange x, String name, String label, Map<String, String> wrong) {
    return TextInput.builder(name)
        .label(x.text(label))
        .autocomplete("off")
        .locale(x.locale())
        .value(x.field(name))
        .error(wrong.get(name))
        .build()
        .toHtml();
  }

  private void begin(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    Instant now = services.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, PortalTexts.SWEDEN);
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<PersonIdentifier> number = PersonIdentifier.tryParse(x.field("personnummer"), today);
    if (number.isEmpty()) {
      wrong.put("personnummer", t.get("assisted.number.error"));
    }
    for (String name : List.of("fornamn", "efternamn")) {
      if (x.field(name).isBlank() || x.field(name).length() > LONGEST_NAME) {
        wrong.put(name, t.get("assisted." + name + ".error"));
      }
    }
    Identification how = oneOf(Identification.values(), x.field("identifiering"));
    if (how == null) {
      wrong.put("identifiering", t.get("assisted.how.error"));
    }
    Arrival way = oneOf(Arrival.values(), x.field("vag"));
    if (way == null) {
      wrong.put("vag", t.get("assisted.way.error"));
    }
    Instant arrivedAt = arrivedAt(x, now, today);
    if (arrivedAt == null || !entries.isArrival(arrivedAt)) {
      wrong.put("kom", t.get("assisted.arrived.error"));
    }
    if (!wrong.isEmpty() || how == null || way == null || arrivedAt == null) {
      form(x, wrong);
      return;
    }
    AssistedEntry entry =
        entries.open(
            Desk.official(x),
            number.orElseThrow(),
            x.field("fornamn"),
            x.field("efternamn"),
            how,
            way,
            arrivedAt);
    x.redirect(Desk.ASSISTED + "/" + entry.id());
  }

  private static <E extends Enum<E>> @Nullable E oneOf(E[] values, String name) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return null;
  }

  /** Today is now; of an earlier day only the day is known, and noon stands for it. */
  private static @Nullable Instant arrivedAt(Exchange x, Instant now, LocalDate today) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(x.field("kom-year")),
              Integer.parseInt(x.field("kom-month")),
              Integer.parseInt(x.field("kom-day")));
      return day.equals(today)
          ? now
          : day.atTime(LocalTime.NOON).atZone(PortalTexts.SWEDEN).toInstant();
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
