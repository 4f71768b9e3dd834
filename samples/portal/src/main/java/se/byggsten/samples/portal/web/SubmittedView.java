package se.byggsten.samples.portal.web;

import java.util.List;
import java.util.Locale;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.web.Html;

/** Shows the stored answers by the definition that they were given to. */
final class SubmittedView implements AnswerView {
  private final PortalServices services;
  private final List<FormRun> runs;

  SubmittedView(PortalServices services, List<FormRun> runs) {
    this.services = services;
    this.runs = List.copyOf(runs);
  }

  @Override
  public Html of(Case one, Locale locale) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.role() == DocumentRole.ANSWERS)
        .findFirst()
        .flatMap(d -> services.queries().content(one.id(), d.id()))
        .map(json -> show(json, one, locale))
        .orElse(Html.EMPTY);
  }

  private Html show(byte[] json, Case one, Locale locale) {
    for (FormRun run : runs) {
      if (run.reference().equals(one.form())) {
        return FormRenderer.of(run).handler(SubmittedAnswers.read(run.form(), json), locale);
      }
    }
    // Answered by an older version: the document of the application holds all of it.
    return Markup.p(PortalTexts.in(locale).get("handler.older"));
  }
}
