package se.byggsten.samples.benchmarks.saml;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What one process measured of a feed.
 *
 * @param entities how many identity providers
 * @param bytes how large the feed is
 * @param readSeconds how long it takes to parse and verify, when the code is warm
 * @param keptBytes what the heap holds of it
 * @param mostBytes the most that the heap was filled to
 * @param lookups how many a second
 * @param lookupsWhileRefreshing how many a second while a newer feed is read
 * @param slowestLookup in seconds, while a newer feed is read
 */
record FeedFigures(
    int entities,
    double bytes,
    double readSeconds,
    double keptBytes,
    double mostBytes,
    double lookups,
    double lookupsWhileRefreshing,
    double slowestLookup) {
  /** Reads what another process has written with {@link #line()}. */
  static FeedFigures parse(String line) {
    double[] values =
        Arrays.stream(line.strip().split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    return new FeedFigures(
        (int) values[0],
        values[1],
        values[2],
        values[3],
        values[4],
        values[5],
        values[6],
        values[7]);
  }

  String line() {
    return DoubleStream.of(
            entities,
            bytes,
            readSeconds,
            keptBytes,
            mostBytes,
            lookups,
            lookupsWhileRefreshing,
            slowestLookup)
        .mapToObj(value -> String.format(Locale.ROOT, "%.9f", value))
        .collect(Collectors.joining(" "));
  }
}
