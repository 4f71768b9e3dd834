package se.byggsten.samples.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Version;

/** The figures of one run as a page for people. */
final class Report {
  private static final Map<String, String> NAMES =
      Map.of(
          "BYGGSTEN", "Byggsten, no conditions",
          "BYGGSTEN_CONDITIONS", "Byggsten, conditions",
          "JTE", "Hibernate Validator + jte by hand",
          "THYMELEAF", "Hibernate Validator + Thymeleaf by hand");

  private final Collection<RunResult> results;
  private final double loadBefore;
  private final double loadAfter;

  Report(Collection<RunResult> results, double loadBefore, double loadAfter) {
    this.results = results;
    this.loadBefore = loadBefore;
    this.loadAfter = loadAfter;
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            """
            # How fast a post becomes a page

            Written by `java -jar samples/benchmarks/target/byggsten-samples-benchmarks-*.jar
            docs/measurements/forms-benchmarks.md`: JMH %s, Java %s, %d processors, one thread.
            Load average of the machine before and after the run: %.1f and %.1f; above the number of
            processors, others slowed it down.
            Each maker must make the same page, element by element, before it is measured.

            ## From the body of a post to the page that follows

            Parse, bind, validate, evaluate conditions and draw. *Share* is the share of the speed of
            Hibernate Validator + jte by hand, which evaluates no conditions.

            | Questions | Wrong answers | Maker | Pages/s | ± | Share | KB/page |
            |---|---|---|---|---|---|---|
            """,
            Version.getPlainVersion(),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            loadBefore,
            loadAfter));
    for (String fields : new String[] {"10", "100"}) {
      for (String errors : new String[] {"0", "5"}) {
        for (PostToPage.Maker maker : PostToPage.Maker.values()) {
          row(out, fields, errors, maker.name());
        }
      }
    }
    conditions(out);
    return out.toString();
  }

  private void row(StringBuilder out, String fields, String errors, String maker) {
    Result<?> speed = post(fields, errors, maker).getPrimaryResult();
    double share = speed.getScore() / post(fields, errors, "JTE").getPrimaryResult().getScore();
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %,.0f | %,.0f | %.2f | %,.1f |%n",
            fields,
            errors,
            NAMES.get(maker),
            speed.getScore(),
            speed.getScoreError(),
            share,
            allocated(post(fields, errors, maker)) / 1024));
  }

  private RunResult post(String fields, String errors, String maker) {
    return find(Map.of("fields", fields, "errors", errors, "maker", maker));
  }

  private RunResult find(Map<String, String> parameters) {
    return results.stream()
        .filter(
            result ->
                parameters.entrySet().stream()
                    .allMatch(p -> p.getValue().equals(parameter(result, p.getKey()))))
        .findFirst()
        .orElseThrow();
  }

  private static String parameter(RunResult result, String name) {
    return result.getParams().getParamsKeys().contains(name)
        ? result.getParams().getParam(name)
        : "";
  }

  private static double allocated(RunResult result) {
    Result<?> norm = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return norm == null ? Double.NaN : norm.getScore();
  }

  private void conditions(StringBuilder out) {
    out.append(
        """

        ## Many conditions

        A post that changes an answer which 3 conditions read, in a form of 1,002 questions.

        | Conditions in the form | µs/post | ± | KB/post |
        |---|---|---|---|
        """);
    for (String count : new String[] {"10", "1000"}) {
      RunResult result = find(Map.of("conditions", count));
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.1f |%n",
              count,
              result.getPrimaryResult().getScore(),
              result.getPrimaryResult().getScoreError(),
              allocated(result) / 1024));
    }
    double ratio =
        find(Map.of("conditions", "1000")).getPrimaryResult().getScore()
            / find(Map.of("conditions", "10")).getPrimaryResult().getScore();
    out.append(String.format(Locale.ROOT, "%nA thousand take %.2f × the time of ten.%n", ratio));
  }
}
