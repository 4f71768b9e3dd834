package se.byggsten.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.testsupport.OutsideData;

/** Our rules against the test cases of W3C's ACT rules, which nobody here wrote. */
@Tag("judges")
class ActCorpusTest {
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private record Case(String rule, String expected, String path) {}

  @Test
  void findsWhatFailsAndNothingInWhatPasses() throws IOException {
    Path act = OutsideData.corpus("act");
    Map<String, AccessibilityRules> byAct = byAct();
    Map<String, int[]> table = new TreeMap<>();
    List<String> falseAlarms = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    int broken = 0;
    int found = 0;
    for (Case c : cases(act)) {
      AccessibilityRules rules = byAct.get(c.rule());
      if (rules == null) {
        continue;
      }
      String html = Files.readString(act.resolve(c.path()), StandardCharsets.UTF_8);
      boolean hit = !rules.check(HtmlPage.parse(html, c.path())).isEmpty();
      int[] row = table.computeIfAbsent(c.rule(), k -> new int[3]);
      if (c.expected().equals("failed")) {
        broken++;
        found += hit ? 1 : 0;
        row[hit ? 0 : 1]++;
        if (!hit) {
          missed.add(c.rule() + " " + c.path());
        }
      } else if (hit) {
        row[2]++;
        falseAlarms.add(c.rule() + " " + c.expected() + " " + c.path());
      }
    }
    StringBuilder report = new StringBuilder("ACT rule: found, missed, false alarms\n");
    table.forEach(
        (rule, row) ->
            report
                .append(rule)
                .append(' ')
                .append(row[0])
                .append(' ')
                .append(row[1])
                .append(' ')
                .append(row[2])
                .append('\n'));
    report
        .append("rules ")
        .append(table.size())
        .append(", found ")
        .append(found)
        .append(" of ")
        .append(broken)
        .append("\nmissed: ")
        .append(missed);
    Files.writeString(
        Path.of("target", "act.txt"),
        report.append("\nfalse alarms: ").append(falseAlarms),
        StandardCharsets.UTF_8);

    assertThat(falseAlarms).isEmpty();
    assertThat(table).hasSizeGreaterThanOrEqualTo(36);
    assertThat(found).as(report.toString()).isGreaterThanOrEqualTo(broken * 95 / 100);
  }

  private static Map<String, AccessibilityRules> byAct() {
    AccessibilityRules all = AccessibilityRules.load();
    Map<String, AccessibilityRules> byAct = new HashMap<>();
    for (AccessibilityRule rule : all.rules()) {
      rule.actRules().forEach(act -> byAct.put(act, all.only(Set.of(rule.id().value()))));
    }
    return byAct;
  }

  private static List<Case> cases(Path act) throws IOException {
    String json = Files.readString(act.resolve("testcases.json"), StandardCharsets.UTF_8);
    List<Case> cases = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    Matcher m = FIELD.matcher(json);
    while (m.find()) {
      fields.put(m.group(1), m.group(2));
      if (m.group(1).equals("relativePath")) {
        cases.add(
            new Case(
                fields.getOrDefault("ruleId", ""),
                fields.getOrDefault("expected", ""),
                m.group(2)));
      }
    }
    return cases;
  }
}
