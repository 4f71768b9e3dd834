package se.byggsten.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of the whole process for each post, collection of garbage and all: it hangs
 * less on what else the machine does than the clock on the wall.
 */
public final class ProcessorTime implements InternalProfiler {
  /** The name of the result, in microseconds. */
  public static final String NAME = "processor";

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  /** JMH makes it by name. */
  public ProcessorTime() {}

  @Override
  public String getDescription() {
    return "Processor time of a post";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double spent = (system.getProcessCpuTime() - before) / 1_000.0;
    long posts = result.getMetadata().getAllOps();
    return List.of(new ScalarResult(NAME, spent / posts, "us/op", AggregationPolicy.AVG));
  }
}
