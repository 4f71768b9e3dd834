package se.byggsten.forms.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.funnel.Funnel;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.spi.AttemptLimit;

/** Gathers the parts of a {@link DraftStore}. */
public final class DraftStoreBuilder {
  final ExpiringStore store;
  final FormVersions forms;
  final DraftKeys keys;
  final Clock clock;
  Optional<Duration> longestLife = Optional.empty();
  AttemptLimit limit = AttemptLimit.NONE;
  Function<FormDefinition, Map<String, Object>> inputs = form -> Map.of();
  Funnel funnel = Funnel.NONE;
  int fileRounds = DraftFile.ROUNDS;

  DraftStoreBuilder(ExpiringStore store, FormVersions forms, DraftKeys keys, Clock clock) {
    this.store = store;
    this.forms = forms;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Sets how long a draft lives from its beginning, however often it is changed.
   *
   * <p>Unless this is set, a draft lives as long as it is worked on: how long it lives from its
   * last change is for the definition to say, {@link FormDefinition#draftDays}, and at least that
   * long from its beginning it always lives. {@link Draft#expiresAt} knows, for the citizen to be
   * told.
   *
   * @param longest the time
   * @return this builder
   * @throws IllegalArgumentException when it is not positive
   */
  public DraftStoreBuilder longestLife(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("A draft lives for some time");
    }
    longestLife = Optional.of(longest);
    return this;
  }

  /** For tests, which need no slowness. */
  DraftStoreBuilder fileRounds(int fewer) {
    fileRounds = fewer;
    return this;
  }

  /**
   * Sets what counts tries of codes and passphrases; see {@link StoredAttempts}.
   *
   * @param attempts the limit; none when not set
   * @return this builder
   */
  public DraftStoreBuilder attempts(AttemptLimit attempts) {
    limit = attempts;
    return this;
  }

  /**
   * Sets what the service tells the forms, asked for each time that a draft is read, so that a
   * draft never goes by what was true yesterday.
   *
   * @param given gives the inputs of a form, as {@link FormRun#withInputs} takes them
   * @return this builder
   */
  public DraftStoreBuilder inputs(Function<FormDefinition, Map<String, Object>> given) {
    inputs = given;
    return this;
  }

  /**
   * Sets what counts how far the drafts come.
   *
   * <p>A draft is counted from when it is begun until it is sent; one that is opened again for a
   * supplement, or brought back from a file, is not, since it was counted where it was begun. Who
   * begins over and over is counted as often as {@link #attempts} permits.
   *
   * @param counting the funnel; none when not set
   * @return this builder
   */
  public DraftStoreBuilder funnel(Funnel counting) {
    funnel = counting;
    return this;
  }

  /**
   * Builds the store.
   *
   * @return the store
   */
  public DraftStore build() {
    return new DraftStore(this);
  }
}
