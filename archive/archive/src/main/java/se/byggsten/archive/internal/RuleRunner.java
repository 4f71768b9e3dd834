package se.byggsten.archive.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.archive.internal.ValidationRules.Rule;
import se.byggsten.core.finding.Location;

/** Runs the rows of the table: what each test word means. */
final class RuleRunner {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final Pattern URL = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

  private final PackageSource source;
  private final ValidationRules rules;
  private final Findings findings;
  private final Clock clock;
  private final Fixity fixity;
  private final WholePackage whole;
  private final Map<String, Integer> idCounts = new HashMap<>();
  private final Map<String, ElementPath> paths = new HashMap<>();

  RuleRunner(
      PackageSource source,
      List<MetsFile> files,
      ValidationRules rules,
      Findings findings,
      Clock clock) {
    this.source = source;
    this.rules = rules;
    this.findings = findings;
    this.clock = clock;
    fixity = new Fixity(source);
    files.forEach(file -> countIds(file.root()));
    whole = new WholePackage(source, files);
  }

  /** Not recursive over siblings: depth is bounded by the reader. */
  private void countIds(Element element) {
    String id = element.attribute("ID");
    if (id != null) {
      idCounts.merge(id, 1, Integer::sum);
    }
    element.children().forEach(this::countIds);
  }

  void run(Rule rule, MetsFile file) {
    for (Element element : rule.context().in(file.root())) {
      String broken = test(rule.test(), file, element);
      if (broken != null) {
        Location where =
            new Location(
                file.path(),
                Optional.of(element.path()),
                java.util.OptionalInt.of(Math.max(1, element.line())),
                java.util.OptionalInt.empty());
        findings.add(
            Findings.REQUIREMENT_BROKEN,
            rule.severity(),
            rule.id(),
            where,
            "Does not hold: " + rule.text(),
            broken);
      }
    }
  }

  /** Returns null when the test holds, else what to do. */
  private @Nullable String test(List<String> test, MetsFile file, Element element) {
    String name = test.size() > 1 ? test.get(1) : "";
    String value = element.attribute(name);
    return switch (test.get(0)) {
      case "attr" -> unless(value != null && !value.isEmpty(), "State " + name);
      case "nonempty" ->
          unless(value == null || !value.isEmpty(), "Fill " + name + " or leave out");
      case "is" ->
          unless(
              value != null && List.of(test.get(2).replace('_', ' ').split(",")).contains(value),
              "Set " + name + " to " + test.get(2).replace('_', ' '));
      case "oneof" ->
          unless(
              value == null || value.isEmpty() || rules.holds(test.get(2), value),
              "Take " + name + " from the vocabulary");
      case "notin" ->
          unless(value == null || !rules.holds(test.get(2), value), "Take another name in " + name);
      case "url" ->
          unless(value == null || URL.matcher(value).matches(), "Write an address in " + name);
      case "text" -> unless(!element.text().isEmpty(), "Write a text in " + element.name());
      case "count" -> count(test, element);
      case "unique" -> unique(element);
      case "datetime" ->
          unless(value == null || instant(value).isPresent(), "Write an xsd:dateTime in " + name);
      case "notfuture" ->
          unless(
              value == null || instant(value).stream().noneMatch(i -> i.isAfter(clock.instant())),
              "Correct " + name);
      case "refs" ->
          unless(
              value == null || whole.refersTo(file, value, Set.of(test.get(2).split(","))),
              "Correct the ids in " + name);
      case "mime" -> mime(element);
      case "target" -> target(file, element);
      case "size" -> size(file, element);
      case "checksum" -> checksum(file, element);
      case "label" -> whole.label(file, element);
      case "group" -> whole.group(file, element);
      case "custom" -> whole.test(test, file, element);
      default -> throw new IllegalArgumentException("No test is called " + test.get(0));
    };
  }

  private static @Nullable String unless(boolean holds, String remedy) {
    return holds ? null : remedy;
  }

  private @Nullable String count(List<String> test, Element element) {
    int count = paths.computeIfAbsent(test.get(1), ElementPath::parse).in(element).size();
    int least = Integer.parseInt(test.get(2));
    int most = test.get(3).equals("*") ? Integer.MAX_VALUE : Integer.parseInt(test.get(3));
    return unless(
        count >= least && count <= most,
        count < least ? "Add " + test.get(1) : "Keep one of " + test.get(1));
  }

  private @Nullable String unique(Element element) {
    String id = element.attributeOrEmpty("ID");
    if (id.isEmpty()) {
      return "Give the element an ID";
    }
    return unless(idCounts.getOrDefault(id, 0) == 1, "Give the element an ID of its own");
  }

  private @Nullable String mime(Element element) {
    String type = element.attributeOrEmpty("MIMETYPE").toLowerCase(Locale.ROOT);
    int parameter = type.indexOf(';');
    String bare = parameter < 0 ? type : type.substring(0, parameter).strip();
    return unless(
        bare.isEmpty() || rules.holds("mediatype", bare), "Take MIMETYPE from IANA's registry");
  }

  /** The path that the element refers to, when the file is in the package. */
  private Optional<String> present(MetsFile file, Element element) {
    return file.resolve(MetsFile.href(element)).filter(path -> source.files().containsKey(path));
  }

  private @Nullable String target(MetsFile file, Element element) {
    String href = MetsFile.href(element);
    return unless(
        href.isEmpty() || present(file, element).isPresent(),
        "Put the file in the package, or correct xlink:href");
  }

  private @Nullable String size(MetsFile file, Element element) {
    String stated = element.attributeOrEmpty("SIZE");
    Optional<String> path = present(file, element);
    if (stated.isEmpty()) {
      return null;
    }
    if (path.isEmpty()) {
      return "Put the file in the package: its size cannot be confirmed";
    }
    Long actual = source.files().get(path.get());
    return unless(stated.equals(String.valueOf(actual)), "Correct SIZE, or put back the file");
  }

  private @Nullable String checksum(MetsFile file, Element element) {
    String stated = element.attributeOrEmpty("CHECKSUM");
    String algorithm = element.attributeOrEmpty("CHECKSUMTYPE");
    Optional<String> path = present(file, element);
    if (stated.isEmpty() || algorithm.isEmpty()) {
      return null;
    }
    if (path.isEmpty()) {
      return "Put the file in the package: its checksum cannot be confirmed";
    }
    if (!Fixity.knows(algorithm)) {
      return "Use SHA-256: this checksum cannot be checked";
    }
    Long size = source.files().get(path.get());
    if (size == null || size < 0) {
      return "Store the file without compressing it: it was not read";
    }
    return unless(
        fixity
            .measure(path.get(), algorithm, size)
            .filter(m -> m.size() == size && m.checksum().equalsIgnoreCase(stated))
            .isPresent(),
        "Correct CHECKSUM, or put back the file");
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      try {
        // xsd:dateTime may lack a zone: then it is the sender's, here Sweden's.
        return Optional.of(LocalDateTime.parse(text).atZone(SWEDEN).toInstant());
      } catch (DateTimeException local) {
        return Optional.empty();
      }
    }
  }
}
