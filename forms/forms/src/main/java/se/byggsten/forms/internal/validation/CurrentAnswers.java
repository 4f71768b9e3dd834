package se.byggsten.forms.internal.validation;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.internal.constraint.AnswerContext;

/** The answers that the thread is judging, so that one validator serves every post. */
final class CurrentAnswers implements AnswerContext {
  private static final ThreadLocal<@Nullable AnswerContext> CURRENT = new ThreadLocal<>();

  <T> T during(AnswerContext answers, Supplier<T> judging) {
    @Nullable AnswerContext around = CURRENT.get();
    CURRENT.set(answers);
    try {
      return judging.get();
    } finally {
      CURRENT.set(around);
    }
  }

  @Override
  public boolean holds(String condition) {
    return answers().holds(condition);
  }

  @Override
  public Set<String> offered(String field) {
    return answers().offered(field);
  }

  private AnswerContext answers() {
    return Objects.requireNonNull(CURRENT.get(), "No answers are judged");
  }
}
