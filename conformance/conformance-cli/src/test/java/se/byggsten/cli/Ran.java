package se.byggsten.cli;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a run of the program answered. */
record Ran(int exit, String out, String err) {
  static Ran with(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    int exit = ByggstenCli.run(Console.of(out, err), clock, arguments);
    return new Ran(exit, out.toString(), err.toString());
  }
}
