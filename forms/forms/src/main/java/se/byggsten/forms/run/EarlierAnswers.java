package se.byggsten.forms.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Answers;
import se.byggsten.forms.internal.evaluation.Evaluation;

/** The answers as they were when a page was drawn, before some of them changed. */
public final class EarlierAnswers {
  private final FormRun run;
  private final Answers then;

  private EarlierAnswers(FormRun run, Answers then) {
    this.run = run;
    this.then = then;
  }

  /**
   * Returns earlier answers.
   *
   * @param run the form
   * @param now its state now
   * @param texts what then stood in the answers that have changed since, by path
   * @param rows which rows there then were of the groups that have changed since, by path
   * @return the answers
   */
  public static EarlierAnswers of(
      FormRun run,
      FormState now,
      Map<String, List<String>> texts,
      Map<String, List<Integer>> rows) {
    return new EarlierAnswers(run, new Then(now.source(), texts, rows));
  }

  /**
   * Tells whether a field was on its page as it was drawn; boxes that were not are not unticked by
   * a post without them.
   *
   * @param answer the path of the field
   * @return false when it was hidden
   */
  public boolean isDrawn(String answer) {
    Evaluation evaluation = Evaluation.of(run.plan(), then, run.today());
    return evaluation.isDrawn(
        run.plan().field(Place.name(answer)), Place.of(answer).orElse(Place.TOP));
  }

  private record Then(
      Answers now, Map<String, List<String>> texts, Map<String, List<Integer>> numbers)
      implements Answers {
    @Override
    public List<String> raw(String path) {
      return texts.getOrDefault(path, now.raw(path));
    }

    @Override
    public List<AttachmentRef> files(String path) {
      return now.files(path);
    }

    @Override
    public List<Integer> rows(String path) {
      return numbers.getOrDefault(path, now.rows(path));
    }

    @Override
    public @Nullable Object input(String name) {
      return now.input(name);
    }

    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Then";
    }
  }
}
