package se.byggsten.samples.benchmarks.saml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.util.Version;
import se.byggsten.samples.benchmarks.Figures;
import se.byggsten.samples.benchmarks.Figures.Case;
import se.byggsten.samples.benchmarks.Machine;
import se.byggsten.samples.benchmarks.Rounds;
import se.byggsten.samples.benchmarks.saml.LoginScene.Kind;
import se.byggsten.samples.benchmarks.saml.VerifyResponse.Verifier;

/** The figures of one run as a page for people. */
final class SamlReport {
  private static final double MOST = 1.10;

  /** A machine on which nobody else works has one process, the one that measures. */
  private static final double CALM = 1.3;

  private final Rounds rounds;
  private final List<FeedFigures> feeds;
  private final Machine before;
  private final Machine after;

  SamlReport(Rounds rounds, List<FeedFigures> feeds, Machine before, Machine after) {
    this.rounds = rounds;
    this.feeds = List.copyOf(feeds);
    this.before = before;
    this.after = after;
  }

  String markdown() {
    StringBuilder out = new StringBuilder("# How fast an answer is verified, and a feed read\n\n");
    boolean calm = before.load() <= CALM && after.load() <= CALM;
    add(
        out,
        """
        Written by one run, at commit %s, with

            mvn -Pjudges -pl samples/benchmarks,samples/judges/java-saml,samples/judges/keycloak-saml -am package -DskipTests
            java -cp samples/benchmarks/target/byggsten-samples-benchmarks-0.1.0-SNAPSHOT.jar \
        se.byggsten.samples.benchmarks.saml.SamlBenchmarkMain docs/measurements/saml-benchmarks.md

        JMH %s, one thread; %s.
        Load average before the run %.1f, after it %.1f: the run itself is about 1, more is others. %s

        From the form field `SAMLResponse` to the attributes of a verified assertion, RSA keys of
        3072 bits. *Encrypted* is signed and encrypted (AES-256-GCM, RSA-OAEP) and verified by the
        profile `sweden-connect`; *clear* is signed, and verified by `generic`. Each accepts the
        answer and refuses the same one with one letter changed, or is not measured. OpenSAML is
        4.0.1 with the jars of our BOM, written straight on the engine with all parameters that its
        validator takes; it keeps no marks against replay and knows no level, scope or age of a
        login. java-saml is 2.9.0 and keycloak-saml-core 26.7.2, each with its own jars. Ours makes
        its marks against replay in a store that forgets them.
        There are %d rounds, each with a process of its own for every verifier and answer.

        """,
        before.commit(),
        Version.getPlainVersion(),
        after.description(),
        before.load(),
        after.load(),
        calm
            ? "Nobody else worked."
            : "**Not a calm hour: others worked on the machine, so the figures count as a"
                + " sketch.**",
        rounds.rounds().size());
    met(out);
    responses(out);
    feed(out);
    return out.toString();
  }

  private void met(StringBuilder out) {
    out.append(
        """
        | To be met | Ratio by processor time (95 %) | Ratio by the clock (95 %) | Met |
        |---|---|---|---|
        """);
    for (Kind kind : Kind.values()) {
      for (Verifier peer : List.of(Verifier.OPENSAML, Verifier.JAVA_SAML, Verifier.KEYCLOAK)) {
        Ratio processor = ratio(kind, peer, Figures::processor);
        Ratio wall = ratio(kind, peer, Figures::wall);
        double most = peer == Verifier.OPENSAML ? MOST : 1.0;
        add(
            out,
            "| %s: our time at most %.2f × that of %s | %s | %s | %s |%n",
            name(kind),
            most,
            name(peer),
            text(processor),
            text(wall),
            processor.mean() <= most ? "yes" : "**no**");
      }
    }
    out.append('\n');
  }

  private static String text(Ratio ratio) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f–%.3f)%s",
        ratio.mean(),
        ratio.low(),
        ratio.high(),
        ratio.isNarrow() ? "" : ", wider than ±5 %");
  }

  private void responses(StringBuilder out) {
    out.append(
        """
        ## Answers

        | Answer | Verifier | A second | Clock, µs | Processor, µs | KB allocated |
        |---|---|---|---|---|---|
        """);
    for (Kind kind : Kind.values()) {
      for (Verifier verifier : Arrays.asList(Verifier.values())) {
        Case of = of(kind, verifier);
        add(
            out,
            "| %s | %s | %.0f | %.0f | %.0f | %.0f |%n",
            name(kind),
            name(verifier),
            1e6 / rounds.median(figures -> figures.wall(of)),
            rounds.median(figures -> figures.wall(of)),
            rounds.median(figures -> figures.processor(of)),
            rounds.median(figures -> figures.allocated(of)));
      }
    }
    out.append(
        """

        Operations for an answer, of ours and of OpenSAML written straight on alike: one parsing, one
        unmarshalling, one digest and one verification of a signature; when it is encrypted, one
        decryption by RSA, one by AES and a parsing of what was inside.
        """);
  }

  private void feed(StringBuilder out) {
    if (feeds.isEmpty()) {
      return;
    }
    add(
        out,
        """

        ## A federation of %d identity providers

        The feed is %.1f MB of signed XML, a key of its own for each. *Read* is to parse it, verify
        its signature and keep what a service needs. *Kept* is what the heap holds afterwards,
        without the bytes; *at most* is the highest that the heap was filled to meanwhile, with
        garbage, in a process that may take 512 MB. *Slowest lookup* is of a million while another
        thread reads a newer feed; the clock counts the other processes of the machine too.

        | Process | Read, s | Kept, MB | At most, MB | Lookups, million a second | while refreshing | slowest lookup, ms |
        |---|---|---|---|---|---|---|
        """,
        feeds.get(0).entities(),
        feeds.get(0).bytes() / 1e6);
    for (int i = 0; i < feeds.size(); i++) {
      FeedFigures feed = feeds.get(i);
      add(
          out,
          "| %d | %.2f | %.0f | %.0f | %.1f | %.1f | %.2f |%n",
          i + 1,
          feed.readSeconds(),
          feed.keptBytes() / 1e6,
          feed.mostBytes() / 1e6,
          feed.lookups() / 1e6,
          feed.lookupsWhileRefreshing() / 1e6,
          feed.slowestLookup() * 1e3);
    }
  }

  private Ratio ratio(Kind kind, Verifier peer, Figure figure) {
    ToDoubleFunction<Figures> paired =
        figures ->
            figure.of(figures, of(kind, Verifier.BYGGSTEN)) / figure.of(figures, of(kind, peer));
    return Ratio.of(rounds.rounds().stream().mapToDouble(paired).toArray());
  }

  private static Case of(Kind kind, Verifier verifier) {
    return new Case(Map.of("kind", kind.name(), "verifier", verifier.name()));
  }

  private static String name(Kind kind) {
    return kind == Kind.ENCRYPTED ? "Encrypted" : "Clear";
  }

  private static String name(Verifier verifier) {
    return switch (verifier) {
      case BYGGSTEN -> "Byggsten";
      case OPENSAML -> "OpenSAML, straight";
      case JAVA_SAML -> "java-saml";
      case KEYCLOAK -> "keycloak-saml-core";
    };
  }

  private static void add(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  @FunctionalInterface
  private interface Figure {
    double of(Figures figures, Case what);
  }
}
