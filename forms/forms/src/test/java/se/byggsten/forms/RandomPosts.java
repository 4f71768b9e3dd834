package se.byggsten.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Trait;

/** Random posts to any form, right and wrong; the same seed gives the same. */
public final class RandomPosts {
  private static final List<String> ANSWERS =
      List.of(
          "",
          " ",
          "yes",
          "no",
          "a",
          "val-1",
          "val-2",
          "x<y",
          "<b>&amp;",
          "1",
          "12",
          "-3,5",
          "2014",
          "13:45",
          "191212121212",
          "19121212-1212",
          "201412112393",
          "0701234567",
          "asa@exempel.se",
          "123 45",
          "01234",
          "556036-0793",
          "5805-6201",
          "SE3550000000054910000003",
          "SE",
          "6580822",
          "674032",
          "Storgatan 1",
          "\u0000",
          "å".repeat(21),
          "'; --",
          "٣",
          "\uFFFF");

  private RandomPosts() {}

  /** Something, or nothing, for every input of a page. */
  public static PostedFields post(PageDefinition page, SplittableRandom random) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (FieldDefinition field : page.fields()) {
      if (!field.isAsked() || field.has(Trait.FILES) || random.nextInt(5) == 0) {
        continue;
      }
      List<String> options = field.options().stream().map(OptionDefinition::value).toList();
      if (field.has(Trait.MANY)) {
        values.put(
            field.id(),
            options.stream().filter(option -> random.nextInt(2) == 0).distinct().toList());
      } else if (!options.isEmpty() && random.nextInt(5) > 0) {
        values.put(field.id(), List.of(options.get(random.nextInt(options.size()))));
      } else if (field.type().javaType() == Boolean.class && random.nextInt(5) > 0) {
        values.put(field.id(), List.of(random.nextBoolean() ? "yes" : "no"));
      } else if (field.type().javaType() == BigDecimal.class && random.nextInt(3) > 0) {
        values.put(field.id(), List.of(Integer.toString(random.nextInt(100))));
      } else {
        for (String part : field.type().parts()) {
          values.put(field.id() + part, List.of(ANSWERS.get(random.nextInt(ANSWERS.size()))));
        }
      }
    }
    values.values().removeIf(List::isEmpty);
    return PostedFields.of(values);
  }

  /** The paths of the pages that can be posted to now, those of rows among them. */
  public static List<String> shown(FormRun run, FormState state) {
    FormAnswers answers = run.answers(state);
    List<String> shown = new ArrayList<>();
    answers.pages().forEach(page -> add(run.form(), answers, page, shown));
    return shown;
  }

  private static void add(
      FormDefinition form, FormAnswers answers, String path, List<String> shown) {
    PageDefinition page = form.page(Place.name(path)).orElseThrow();
    if (page.kind() == PageKind.REVIEW || page.kind() == PageKind.RECEIPT) {
      return;
    }
    shown.add(path);
    Place around = Place.of(path).orElseThrow();
    page.group()
        .ifPresent(
            group ->
                answers
                    .at(around)
                    .rows(group.id())
                    .forEach(
                        row ->
                            answers
                                .rowPages(page, row)
                                .forEach(inner -> add(form, answers, inner, shown))));
  }

  /** A post to a page as it stands: to a page with rows, to add or remove one. */
  public static PostedFields post(
      FormRun run, FormState state, String path, SplittableRandom random) {
    PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
    FormAnswers here = run.answers(state).at(Place.of(path).orElseThrow());
    if (page.kind() == PageKind.REPEAT && random.nextInt(3) > 0) {
      List<Place> rows = here.rows(page.group().orElseThrow().id());
      return rows.isEmpty() || random.nextInt(4) > 0
          ? PostedFields.with(PostedFields.ACTION, "add")
          : PostedFields.with(
              PostedFields.ACTION,
              "remove",
              PostedFields.ROW,
              rows.get(random.nextInt(rows.size())).last().orElseThrow().toString());
    }
    boolean locked = page.fields().stream().anyMatch(here::isLocked);
    return locked ? PostedFields.of(Map.of()) : post(page, random);
  }
}
