package se.byggsten.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.byggsten.samples.benchmarks.peer.HandWritten;

/** From the body of a post to the page that follows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PostToPage {
  /** Who makes the page. */
  public enum Maker {
    /** The form engine, without conditions. */
    BYGGSTEN,
    /** The form engine, with conditions on three questions in each ten. */
    BYGGSTEN_CONDITIONS,
    /** Hibernate Validator and precompiled jte. */
    JTE,
    /** Hibernate Validator and Thymeleaf. */
    THYMELEAF;

    /**
     * Returns its service.
     *
     * @param fields how many questions each page has
     * @return the service
     */
    public Service service(int fields) {
      return switch (this) {
        case BYGGSTEN -> FormService.of(fields, false);
        case BYGGSTEN_CONDITIONS -> FormService.of(fields, true);
        case JTE -> HandWritten.jte(fields);
        case THYMELEAF -> HandWritten.thymeleaf(fields);
      };
    }
  }

  /** Who makes the page. */
  @Param public Maker maker = Maker.BYGGSTEN;

  /** How many questions the page has. */
  @Param({"10", "100"})
  public int fields = 10;

  /** How many answers are wrong. */
  @Param({"0", "5"})
  public int errors;

  private Service service = body -> "";
  private byte[] body = new byte[0];

  /** Makes the service, and refuses to measure one that makes another page. */
  @Setup
  public void prepare() {
    service = maker.service(fields);
    body = Bodies.of(0, fields, errors > 0);
    String expected = Maker.JTE.service(fields).post(body);
    if (!SamePage.facts(service.post(body)).equals(SamePage.facts(expected))) {
      throw new IllegalArgumentException(maker + " does not make the same page");
    }
    WarmUp.until(this::post);
  }

  /**
   * Takes the post.
   *
   * @return the page
   */
  @Benchmark
  public String post() {
    return service.post(body);
  }
}
