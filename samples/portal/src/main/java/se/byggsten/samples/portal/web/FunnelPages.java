package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.funnel.Funnel;
import se.byggsten.forms.funnel.FunnelPage;
import se.byggsten.forms.funnel.FunnelPeriod;
import se.byggsten.forms.funnel.FunnelReport;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.web.Html;
import se.byggsten.web.component.Table;
import se.byggsten.web.page.Page;

/** Where people stop in the forms, for case handlers; nothing of fewer than five. */
final class FunnelPages {
  static final String PATH = "/handlaggare/formular";

  private final Funnel funnel;
  private final List<FormRun> runs;

  FunnelPages(Funnel funnel, List<FormRun> runs) {
    this.funnel = funnel;
    this.runs = List.copyOf(runs);
  }

  void addTo(Routes routes) {
    routes.get(PATH, this::show);
  }

  private void show(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    Html body =
        Markup.h1(t.get("funnel.title"))
            .and(Markup.p(t.get("funnel.text")))
            .and(Markup.p(t.get("funnel.privacy", FunnelReport.LEAST)));
    for (FormRun run : runs) {
      body = body.and(Markup.h2(title(run.form(), x.locale()))).and(report(run, x));
    }
    x.show(x.page("handler", t.get("funnel.title")).layout(Page.Layout.WIDE).body(body).build());
  }

  private Html report(FormRun run, Exchange x) {
    PortalTexts t = x.texts();
    FunnelReport report = funnel.report(run.form());
    if (report.whole().isEmpty()) {
      return Markup.p(t.get("funnel.none", report.atLeast()));
    }
    FunnelPeriod whole = report.whole().get();
    String few = t.get("funnel.few", report.atLeast());
    return Markup.p(
            t.get(
                "funnel.whole",
                weeks(whole, t),
                number(whole.begun(), few),
                number(whole.sent(), few)))
        .and(pages(run, whole, x, few))
        .and(report.periods().size() < 2 ? Html.EMPTY : periods(report, t, few));
  }

  private static Html pages(FormRun run, FunnelPeriod whole, Exchange x, String few) {
    PortalTexts t = x.texts();
    FormRenderer renderer = FormRenderer.of(run);
    PageView view = PageView.of(x.locale(), PATH, "");
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (FunnelPage page : whole.pages()) {
      String title = renderer.title(page.page(), view);
      boolean exit = page.kind() == PageKind.EXIT;
      rows.add(
          List.of(
              Table.Cell.of(exit ? t.get("funnel.exit", title) : title),
              Table.Cell.number(number(page.reached(), few)),
              Table.Cell.number(exit ? t.get("funnel.nothing") : number(page.completed(), few)),
              Table.Cell.number(number(page.left(), few)),
              Table.Cell.number(
                  page.leftShare().isPresent()
                      ? t.get("funnel.share", page.leftShare().getAsInt())
                      : t.get("funnel.nothing"))));
    }
    return Table.of(
            t.get("funnel.caption"),
            List.of(
                t.get("funnel.page"),
                t.get("funnel.reached"),
                t.get("funnel.completed"),
                t.get("funnel.left"),
                t.get("funnel.leftShare")),
            rows)
        .onPhoneStacked()
        .toHtml();
  }

  private static Html periods(FunnelReport report, PortalTexts t, String few) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (FunnelPeriod period : report.periods()) {
      rows.add(
          List.of(
              Table.Cell.of(weeks(period, t)),
              Table.Cell.number(number(period.begun(), few)),
              Table.Cell.number(number(period.sent(), few))));
    }
    return Table.of(
            t.get("funnel.periods"),
            List.of(t.get("funnel.week"), t.get("funnel.begun"), t.get("funnel.sent")),
            rows)
        .onPhoneStacked()
        .toHtml();
  }

  private static String number(int runs, String few) {
    return runs == 0 ? few : Integer.toString(runs);
  }

  private static String weeks(FunnelPeriod period, PortalTexts t) {
    String from = week(period.from(), t);
    String to = week(period.to(), t);
    return from.equals(to) ? from : t.get("funnel.weeks", from, to);
  }

  /** From {@code 2026-W08}. */
  private static String week(String week, PortalTexts t) {
    return t.get("funnel.oneWeek", Integer.parseInt(week.substring(6)), week.substring(0, 4));
  }

  private static String title(FormDefinition form, Locale locale) {
    return form.texts()
        .find(locale.getLanguage(), "form.title")
        .orElseGet(() -> form.texts().text(PortalTexts.SWEDISH.getLanguage(), "form.title"));
  }
}
