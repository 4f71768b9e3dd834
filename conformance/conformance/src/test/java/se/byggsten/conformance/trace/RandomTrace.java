package se.byggsten.conformance.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.source.FormYaml;

/** A made-up form with conditions and rows, and somebody who answers it, right and wrong. */
final class RandomTrace {
  private static final List<String> TYPES =
      List.of("text", "number", "yes-no", "radio", "checkboxes", "date", "email", "personnummer");

  private static final List<String> WRITTEN =
      List.of("", "yes", "no", "a", "b", "12", "-3,5", "åäö & <b>", "x@y.se", "20160112-2383");

  private final SplittableRandom random;
  private final StringBuilder yaml = new StringBuilder();
  private final List<String> steps = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private RandomTrace(long seed) {
    random = new SplittableRandom(seed);
    yaml.append(
        "form: 1\nid: slump\nversion: 1\nlanguages: [sv]\nclassification: \"1.1\"\npages:\n");
    int pages = 1 + random.nextInt(3);
    for (int page = 0; page < pages; page++) {
      page("sida" + page, "");
    }
    yaml.append("  - id: rader\n    kind: repeat\n    group:\n      id: rad\n      min: 0\n");
    yaml.append("      max: 3\n      pages:\n");
    steps.add("  - {page: rader, post: {_action: add}}\n");
    page("inne", "      ");
    yaml.append("  - {id: granska, kind: review}\n");
    steps.add("  - {page: rader, post: {}}\n  - {page: granska, post: {}}\n");
  }

  private void page(String id, String indent) {
    yaml.append(indent).append("  - id: ").append(id).append("\n");
    yaml.append(indent).append("    fields:\n");
    StringBuilder post = new StringBuilder("{");
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String field = id + "f" + i;
      String type = TYPES.get(random.nextInt(TYPES.size()));
      yaml.append(indent).append("      - {id: ").append(field).append(", type: ").append(type);
      yaml.append(random.nextBoolean() ? ", required: true" : "");
      if (type.equals("radio") || type.equals("checkboxes")) {
        yaml.append(", options: [a, b]");
      }
      if (!asked.isEmpty() && random.nextInt(3) == 0) {
        yaml.append(", show-if: ").append(asked.get(random.nextInt(asked.size())));
      }
      yaml.append("}\n");
      if (type.equals("yes-no") && indent.isEmpty()) {
        asked.add(field);
      }
      for (String part : type.equals("date") ? List.of("-day", "-month", "-year") : List.of("")) {
        if (random.nextInt(4) > 0) {
          String written = WRITTEN.get(random.nextInt(WRITTEN.size()));
          post.append(post.length() > 1 ? ", " : "");
          post.append(field).append(part).append(": \"").append(written).append('"');
        }
      }
    }
    String path = indent.isEmpty() ? id : id + "/1";
    steps.add("  - {page: " + path + "}\n");
    steps.add("  - {page: " + path + ", post: " + post.append("}}\n"));
    if (random.nextBoolean()) {
      steps.add(steps.get(random.nextInt(steps.size())));
    }
  }

  static FormDefinition form(long seed) {
    RandomTrace made = new RandomTrace(seed);
    return FormYaml.read(
        "slump.yaml",
        made.yaml.toString().getBytes(StandardCharsets.UTF_8),
        FormTexts.of(Map.of()));
  }

  static Trace trace(long seed) {
    RandomTrace made = new RandomTrace(seed);
    String text =
        "trace: 1\nform: {id: slump, version: 1}\nat: \"2026-05-04T08:00:00Z\"\nlanguage: "
            + (seed % 2 == 0 ? "sv" : "en")
            + "\nsteps:\n"
            + String.join("", made.steps);
    return Trace.read("slump.trace.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
