package se.byggsten.samples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.util.Version;
import se.byggsten.samples.benchmarks.Figures.Case;
import se.byggsten.samples.benchmarks.PostToPage.Maker;

/** The figures of one run as a page for people. */
final class Report {
  private static final List<Integer> FIELDS = List.of(10, 100);
  private static final List<Integer> ERRORS = List.of(0, 5);
  private static final int NONE = 0;
  private static final int FEW = 10;
  private static final int MANY = 1000;

  /** Conditions that take less than this part of the rest are not told from noise. */
  private static final double CLEAR = 0.2;

  private final Rounds rounds;
  private final Machine before;
  private final Machine after;

  Report(Rounds rounds, Machine before, Machine after) {
    this.rounds = rounds;
    this.before = before;
    this.after = after;
  }

  String markdown() {
    StringBuilder out = new StringBuilder("# How fast a post becomes a page\n\n");
    add(
        out,
        """
        Written by one run, at commit %s, with

            mvn -pl samples/benchmarks -am package -DskipTests
            java -jar samples/benchmarks/target/byggsten-samples-benchmarks-0.1.0-SNAPSHOT.jar \
        docs/measurements/forms-benchmarks.md

        JMH %s, one thread; %s.
        Load average before the run %.1f, after it %.1f: the run itself is about 1, more is others.

        From the body of a post to the page that follows: parse, bind, validate, evaluate
        conditions and draw. A maker that does not make the same page as the others, element by
        element, is not measured; `SamePageTest` shows that all refuse the same answers. Those by
        hand evaluate no conditions. *Share* is the share of the speed of Hibernate Validator + jte
        by hand in the same round; the middle one of %d rounds counts, the lowest is told
        too.
        *Processor* is the time of the whole process, collection of garbage and all.

        """,
        before.commit(),
        Version.getPlainVersion(),
        after.description(),
        before.load(),
        after.load(),
        rounds.rounds().size());
    met(out);
    posts(out);
    conditions(out);
    return out.toString();
  }

  private void met(StringBuilder out) {
    out.append(
        "| To be met | Share by processor time | Share by the clock | Met |\n|---|---|---|---|\n");
    met(out, Maker.BYGGSTEN, 1.0, "no conditions");
    met(out, Maker.BYGGSTEN_CONDITIONS, 0.8, "with conditions");
    double processor = rounds.median(Report::processorRatio);
    double wall = rounds.median(Report::wallRatio);
    add(
        out,
        "| A thousand conditions at most 1.2 × the time of ten, when three are touched"
            + " | %.2f × | %.2f × | %s |%n%n",
        processor,
        wall,
        yes(processor <= 1.2 && wall <= 1.2));
  }

  private void met(StringBuilder out, Maker maker, double least, String how) {
    for (int fields : FIELDS) {
      for (int errors : ERRORS) {
        double processor = rounds.median(processorShare(fields, errors, maker));
        double wall = rounds.median(wallShare(fields, errors, maker));
        add(
            out,
            "| At least %.1f × jte by hand, %s, %d questions, %d wrong | %.2f × | %.2f × | %s |%n",
            least,
            how,
            fields,
            errors,
            processor,
            wall,
            yes(processor >= least && wall >= least));
      }
    }
  }

  private static String name(Maker maker) {
    return switch (maker) {
      case BYGGSTEN -> "Byggsten, no conditions";
      case BYGGSTEN_CONDITIONS -> "Byggsten, conditions";
      case JTE -> "Hibernate Validator + jte by hand";
      case THYMELEAF -> "Hibernate Validator + Thymeleaf by hand";
    };
  }

  private static String yes(boolean met) {
    return met ? "yes" : "**no**";
  }

  private void posts(StringBuilder out) {
    out.append(
        """
        ## From the body of a post to the page that follows

        | Questions | Wrong | Maker | Processor, µs | Share | lowest | Clock, µs | Share | lowest | KB allocated |
        |---|---|---|---|---|---|---|---|---|---|
        """);
    for (int fields : FIELDS) {
      for (int errors : ERRORS) {
        for (Maker maker : Arrays.asList(Maker.values())) {
          Case of = Case.post(fields, errors, maker);
          add(
              out,
              "| %d | %d | %s | %.1f | %.2f | %.2f | %.1f | %.2f | %.2f | %.1f |%n",
              fields,
              errors,
              name(maker),
              rounds.median(figures -> figures.processor(of)),
              rounds.median(processorShare(fields, errors, maker)),
              rounds.lowest(processorShare(fields, errors, maker)),
              rounds.median(figures -> figures.wall(of)),
              rounds.median(wallShare(fields, errors, maker)),
              rounds.lowest(wallShare(fields, errors, maker)),
              rounds.median(figures -> figures.allocated(of)));
        }
      }
    }
  }

  private static ToDoubleFunction<Figures> processorShare(int fields, int errors, Maker maker) {
    return figures ->
        figures.processor(Case.post(fields, errors, Maker.JTE))
            / figures.processor(Case.post(fields, errors, maker));
  }

  private static ToDoubleFunction<Figures> wallShare(int fields, int errors, Maker maker) {
    return figures ->
        figures.wall(Case.post(fields, errors, Maker.JTE))
            / figures.wall(Case.post(fields, errors, maker));
  }

  private static double processorRatio(Figures figures) {
    return ratio(figures::processor);
  }

  private static double wallRatio(Figures figures) {
    return ratio(figures::wall);
  }

  /**
   * The time of the conditions alone: without what the same post takes in a form without any. What
   * is lost in the noise is no ratio, and meets nothing.
   */
  static double ratio(ToDoubleFunction<Case> time) {
    double without = time.applyAsDouble(Case.conditions(NONE));
    double few = time.applyAsDouble(Case.conditions(FEW)) - without;
    double many = time.applyAsDouble(Case.conditions(MANY)) - without;
    boolean clear = few > CLEAR * without && many > CLEAR * without;
    return clear ? many / few : Double.POSITIVE_INFINITY;
  }

  private void conditions(StringBuilder out) {
    out.append(
        """

        ## Many conditions

        A post that changes an answer which 3 conditions read, in a form of 2,002 questions.

        | Conditions in the form | Processor, µs | Clock, µs | KB allocated |
        |---|---|---|---|
        """);
    for (int count : new int[] {NONE, FEW, MANY}) {
      Case of = Case.conditions(count);
      add(
          out,
          "| %d | %.1f | %.1f | %.1f |%n",
          count,
          rounds.median(figures -> figures.processor(of)),
          rounds.median(figures -> figures.wall(of)),
          rounds.median(figures -> figures.allocated(of)));
    }
    add(
        out,
        "%nWithout what the post takes where no question has a condition, a thousand take %.2f × the"
            + " processor time of ten; in the worst round %.2f ×.%n",
        rounds.median(Report::processorRatio),
        rounds.highest(Report::processorRatio));
  }

  private static void add(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
