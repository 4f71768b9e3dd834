package se.byggsten.saml.lint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.saml.lint.internal.XmlNode;

/** How long the metadata hold (SC-20). */
final class ValidityRules implements LintRules {
  static final String ID = "SC-20b";

  /** Figures of more than nine digits are longer than anything that is meant. */
  private static final Pattern DURATION =
      Pattern.compile(
          "(-)?P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})D)?"
              + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.\\d{1,30})?S)?)?");

  private static final long[] SECONDS = {365L * 86_400, 30L * 86_400, 86_400, 3_600, 60, 1};

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    List<XmlNode> nodes = new ArrayList<>(List.of(subject.entity()));
    nodes.addAll(subject.descriptors());
    judge(nodes, subject.at(), conclusions);
  }

  static void judge(List<XmlNode> nodes, Instant at, Conclusions conclusions) {
    int count = 0;
    for (XmlNode node : nodes) {
      Optional<String> until = node.attribute("validUntil").map(String::strip);
      Optional<String> cached = node.attribute("cacheDuration").map(String::strip);
      Optional<Instant> end = until.flatMap(ValidityRules::instant);
      Optional<Duration> cache = cached.flatMap(ValidityRules::duration);
      if (end.filter(instant -> !at.isBefore(instant)).isPresent()) {
        conclusions.broken(ID, node, "VALIDITY-PAST", until.orElse(""));
      }
      if (cache.filter(duration -> duration.isNegative() || duration.isZero()).isPresent()) {
        conclusions.broken(ID, node, "CACHE-ZERO");
      } else if (end.isPresent()
          && cache.isPresent()
          && at.isBefore(end.get())
          && at.plus(cache.get()).isAfter(end.get())) {
        conclusions.remark(ID, node, "CACHE-LONG");
      }
      count += until.isPresent() || cached.isPresent() ? 1 : 0;
    }
    if (count == 0) {
      conclusions.notApplicable(ID, "na.validity");
    }
    conclusions.judged(ID, count);
  }

  /** The schema speaks of what is no time; one without zone is UTC (SAML 2.0 Core 1.3.3). */
  private static Optional<Instant> instant(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime withZone
              ? withZone.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** About how long; months and years need not be exact. */
  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long seconds = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      String figure = matcher.group(i + 2);
      seconds += figure == null ? 0 : Long.parseLong(figure) * SECONDS[i];
    }
    // A fraction of a second is not zero.
    boolean fraction = text.matches(".*\\.\\d*[1-9]\\d*S");
    Duration length = Duration.ofSeconds(seconds).plusMillis(fraction ? 1 : 0);
    return Optional.of(matcher.group(1) == null ? length : length.negated());
  }
}
