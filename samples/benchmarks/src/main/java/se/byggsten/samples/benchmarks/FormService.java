package se.byggsten.samples.benchmarks;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;

/**
 * The service as the form engine runs it, from a state where the second page was answered before.
 */
public final class FormService implements Service {
  private static final String TYPE = "application/x-www-form-urlencoded";
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final FormRun run;
  private final FormRenderer renderer;
  private final PostReader reader;
  private final FormState before;

  private FormService(FormRun run, FormState before, PostReader reader) {
    this.run = run;
    this.renderer = FormRenderer.of(run);
    this.reader = reader;
    this.before = before;
  }

  /**
   * Returns the service.
   *
   * @param fields how many questions each page has
   * @param conditions whether some hang on conditions
   * @return the service
   */
  public static FormService of(int fields, boolean conditions) {
    FormRun run = FormRun.of(Questions.form(fields, conditions), CLOCK);
    PostReader reader = PostReader.within(PostLimits.of(run.form().page("ett").orElseThrow()));
    FormState state = run.start(Map.of());
    byte[] body = Bodies.of(Questions.SECOND, fields, false);
    PostedFields posted = reader.read(TYPE, new ByteArrayInputStream(body));
    return new FormService(run, run.post(state, "tva", posted).state(), reader);
  }

  @Override
  public String post(byte[] body) {
    PostedFields posted = reader.read(TYPE, new ByteArrayInputStream(body));
    StepResult step = run.post(before, "ett", posted);
    PageView view =
        PageView.of(SWEDISH, "/ansokan", posted.control(PostedFields.CSRF).orElse(""))
            .withPageBefore()
            .after(step);
    return renderer.page(step.state(), step.page().orElseThrow(), view).value();
  }
}
