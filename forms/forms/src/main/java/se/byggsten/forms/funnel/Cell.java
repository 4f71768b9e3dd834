package se.byggsten.forms.funnel;

import java.util.Locale;
import se.byggsten.core.store.CounterStore;

/** The kinds of sums. */
enum Cell {
  BEGUN,
  SENT,
  REACHED,
  COMPLETED,
  STANDING;

  static String series(String formId, int version) {
    return "form-funnel/" + formId + "/" + version;
  }

  CounterStore.Key key(String series, String cohort, String page) {
    return new CounterStore.Key(series, cohort, name().toLowerCase(Locale.ROOT), page);
  }
}
