package se.byggsten.core.manifest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataProblem;
import se.byggsten.core.data.DataView;
import se.byggsten.core.person.AssuranceLevel;

/** Reads the sections one by one and tells the problems of all of them at once. */
final class ManifestReader {
  private static final String[] KEYS = {
    "schema",
    "service",
    "participants",
    "costSharing",
    "ownership",
    "goals",
    "followUps",
    "channels",
    "assuranceLevels",
    "representations",
    "retention",
    "hosting",
    "privacy",
    "contents",
    "reachBaseline",
    "cookies",
    "allowedHosts",
    "decisions",
    "evidence",
    "deviations",
    "feedback",
    "support",
    "verification"
  };
  private static final Map<String, AssuranceLevel> LEVELS =
      Map.of(
          "loa2", AssuranceLevel.LOA2,
          "loa3", AssuranceLevel.LOA3,
          "loa4", AssuranceLevel.LOA4,
          "uncertified-loa3", AssuranceLevel.UNCERTIFIED_LOA3,
          "eidas-substantial", AssuranceLevel.EIDAS_NF_SUBSTANTIAL,
          "eidas-high", AssuranceLevel.EIDAS_NF_HIGH);

  private final DataView map;
  private final List<DataProblem> problems = new ArrayList<>();

  private ManifestReader(DataView map) {
    this.map = map;
  }

  static EServiceManifest read(DataView map) {
    int schema = map.required("schema").integer(0, Integer.MAX_VALUE);
    if (schema != EServiceManifest.SCHEMA) {
      throw map.required("schema")
          .problem(
              DataException.UNKNOWN_VERSION,
              "this program reads schema " + EServiceManifest.SCHEMA + " only");
    }
    return new ManifestReader(map).sections(schema);
  }

  private EServiceManifest sections(int schema) {
    read(
        () -> {
          map.onlyKeys(KEYS);
          return true;
        });
    Section<ServiceDescription> service =
        read(() -> ServiceDescription.from(map.required("service")));
    Section<List<Participant>> participants = read(this::participants);
    Section<Optional<String>> costSharing = optional("costSharing", DataView::text);
    Section<Optional<Ownership>> ownership = optional("ownership", Ownership::from);
    Section<List<Goal>> goals = list("goals", Goal::from);
    Section<List<FollowUp>> followUps = list("followUps", FollowUp::from);
    Section<List<Channel>> channels = list("channels", Channel::from);
    Section<List<AssuranceLevel>> levels = list("assuranceLevels", ManifestReader::level);
    Section<List<Representation>> roles = list("representations", Representation::from);
    Section<Optional<Retention>> retention = optional("retention", Retention::from);
    Section<Optional<Hosting>> hosting = optional("hosting", Hosting::from);
    Section<Optional<Privacy>> privacy = optional("privacy", Privacy::from);
    Section<List<ContentSet>> contents = list("contents", ContentSet::from);
    Section<Optional<ReachBaseline>> reach = optional("reachBaseline", ReachBaseline::from);
    Section<List<CookieUse>> cookies = list("cookies", CookieUse::from);
    Section<List<AllowedHost>> hosts = list("allowedHosts", AllowedHost::from);
    Section<List<Evidence>> decisions = list("decisions", Evidence::from);
    Section<List<Evidence>> evidence = list("evidence", Evidence::from);
    Section<List<Deviation>> deviations = list("deviations", Deviation::from);
    Section<Optional<Feedback>> feedback = optional("feedback", Feedback::from);
    Section<List<SupportWay>> support = list("support", SupportWay::from);
    Section<Optional<Verification>> walk = optional("verification", Verification::from);
    if (!problems.isEmpty()) {
      problems.sort(
          Comparator.comparingInt((DataProblem p) -> p.position().line())
              .thenComparingInt(p -> p.position().column()));
      throw new DataException(problems);
    }
    return new EServiceManifest(
        schema,
        service.get(),
        participants.get(),
        costSharing.get(),
        ownership.get().orElse(Ownership.NONE),
        goals.get(),
        followUps.get(),
        channels.get(),
        levels.get(),
        roles.get(),
        retention.get().orElse(Retention.NONE),
        hosting.get(),
        privacy.get(),
        contents.get(),
        reach.get(),
        cookies.get(),
        hosts.get(),
        decisions.get(),
        evidence.get(),
        deviations.get(),
        feedback.get(),
        support.get(),
        walk.get());
  }

  private List<Participant> participants() {
    DataView list = map.required("participants");
    List<Participant> all = list.list().stream().map(Participant::from).toList();
    if (all.isEmpty()) {
      throw list.problem(DataException.BAD_VALUE, "at least one authority takes part");
    }
    if (all.stream().map(Participant::code).distinct().count() < all.size()) {
      throw list.problem(DataException.BAD_VALUE, "two authorities have the same code");
    }
    return all;
  }

  /** A short name of a known level, or the URI of any level. */
  private static AssuranceLevel level(DataView value) {
    String text = value.text();
    if (text.startsWith("http://") || text.startsWith("https://")) {
      try {
        return AssuranceLevel.of(URI.create(text).toString());
      } catch (IllegalArgumentException e) {
        throw value.problem(DataException.BAD_VALUE, "must be a URI");
      }
    }
    AssuranceLevel level = LEVELS.get(value.oneOf(LEVELS.keySet()));
    if (level == null) {
      throw new AssertionError("oneOf answers only with one of its words");
    }
    return level;
  }

  private <T> Section<Optional<T>> optional(String key, Function<DataView, T> reader) {
    return read(() -> map.optional(key).map(reader));
  }

  private <T> Section<List<T>> list(String key, Function<DataView, T> reader) {
    return read(
        () -> {
          List<Section<T>> items =
              map.list(key).stream().map(item -> read(() -> reader.apply(item))).toList();
          // A broken item is told already; the rest is not used then.
          return items.stream().filter(Section::isRead).map(Section::get).toList();
        });
  }

  private <T> Section<T> read(Supplier<T> reader) {
    try {
      return new Section<>(reader.get());
    } catch (DataException e) {
      problems.addAll(e.problems());
      return new Section<>(null);
    }
  }

  private record Section<T>(@Nullable T value) {
    boolean isRead() {
      return value != null;
    }

    T get() {
      if (value == null) {
        throw new AssertionError("A section that could not be read is told before it is used");
      }
      return value;
    }
  }
}
