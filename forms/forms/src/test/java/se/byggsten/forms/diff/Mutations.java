package se.byggsten.forms.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.DecisionTable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormDefinitionBuilder;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.InputType;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.ValidateOn;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.type.FieldTypes;

/** Forms changed in one known way. */
final class Mutations {
  /**
   * A changed form.
   *
   * @param form the newer version
   * @param where where it was changed
   * @param kind how
   */
  record Mutated(FormDefinition form, String where, String kind) {}

  private static DataFacts classified(DataFacts facts) {
    return new DataFacts(
        facts.purpose(),
        facts.legalBasis(),
        facts.personalData(),
        facts.secrecy(),
        facts.retention(),
        facts.classification() + "9");
  }

  private final FormDefinition form;
  private final SplittableRandom random;

  Mutations(FormDefinition form, long seed) {
    this.form = form;
    this.random = new SplittableRandom(seed);
  }

  /** Every way that this form can be changed in, at a random place each. */
  List<Mutated> all() {
    List<Mutated> all = new ArrayList<>();
    if (form.draftDays() < 366) {
      all.add(formWith(b -> b.draftDays(form.draftDays() + 1), "draft-days-longer"));
    }
    all.add(
        form.drafts() < 20
            ? formWith(b -> b.drafts(form.drafts() + 1), "drafts-more")
            : formWith(b -> b.drafts(1), "drafts-fewer"));
    all.add(formWith(b -> b.classification("9.9.9"), "classification"));
    all.add(
        formWith(
            b -> b.sendAnyway(!form.sendAnyway()),
            form.sendAnyway() ? "send-anyway-off" : "send-anyway-on"));
    boolean onPage = form.validateOn() == ValidateOn.PAGE;
    all.add(
        formWith(
            b -> b.validateOn(onPage ? ValidateOn.REVIEW : ValidateOn.PAGE),
            onPage ? "validate-on-review" : "validate-on-page"));
    all.add(formWith(b -> b.languages(List.of("sv", "en")), "language-added"));
    all.add(
        formWith(
            b -> b.facts(new DataFacts("nytt ändamål", "", PersonalData.NONE, "", "preserve")),
            form.facts().purpose().equals("nytt ändamål") ? "retention" : "purpose"));
    Map<String, InputType> more = new TreeMap<>(form.inputs());
    more.put("nyIndata", InputType.TEXT);
    all.add(new Mutated(copy().inputs(more).build(), "nyIndata", "input-added"));
    any(texts().keySet()).ifPresent(key -> all.add(text(key)));
    any(form.fields().values()).ifPresent(field -> onField(field, all));
    any(form.fields().values().stream().filter(f -> !f.options().isEmpty()).toList())
        .ifPresent(field -> onOptions(field, all));
    any(form.fields().values().stream().filter(f -> f.constraint("Size").isPresent()).toList())
        .ifPresent(field -> onSize(field, all));
    any(form.structure().groups().values()).ifPresent(group -> onGroup(group, all));
    any(form.structure().pages().values().stream().filter(p -> p.kind().hasFields()).toList())
        .ifPresent(page -> onPage(page, all));
    return all;
  }

  private void onField(FieldDefinition field, List<Mutated> all) {
    String id = field.id();
    DataFacts facts = new DataFacts("annat ändamål", "", PersonalData.NONE, "", "");
    boolean wasAlways = field.required();
    String kind = wasAlways ? "required-loosened" : "required-tightened";
    all.add(field(field, b -> b.required(!field.required()), id, kind));
    all.add(
        field(
            field,
            b -> b.deferrable(!field.deferrable()),
            id,
            field.deferrable() ? "deferrable-off" : "deferrable-on"));
    all.add(
        field(
            field,
            b -> b.width(field.width() == FieldWidth.SHORT ? FieldWidth.FULL : FieldWidth.SHORT),
            id,
            "width"));
    all.add(field(field, b -> b.autocomplete("nickname"), id, "autocomplete"));
    all.add(field(field, b -> b.facts(facts), id, "purpose"));
    all.add(field(field, b -> b.facts(classified(field.facts())), id, "classification"));
    all.add(field(field, b -> b.showIf("today != date('2020-01-01')"), id, "show-if"));
    if (!field.value().isEmpty()) {
      DecisionTable table = field.value();
      all.add(field(field, b -> b.value(table.orWhen("today != ''", first(table))), id, "value"));
    }
    if (field.isAsked()) {
      all.add(
          field(
              field,
              b -> b.warnings(List.of(new WarningRule("nyVarning", "today != null"))),
              id + ".nyVarning",
              "warning-added"));
      List<ConstraintRule> rules = new ArrayList<>(field.constraints());
      rules.add(new ConstraintRule("Rule", Map.of("id", "nyRegel", "holds", "true")));
      all.add(field(field, b -> b.constraints(rules), id + ".nyRegel", "constraint-added"));
      if (!field.constraints().isEmpty()) {
        ConstraintRule gone = field.constraints().get(0);
        List<ConstraintRule> left = field.constraints().subList(1, field.constraints().size());
        all.add(
            field(
                field,
                b -> b.constraints(left),
                id + "." + gone.errorName(),
                // The kind's own comes back, and random forms are never milder than that.
                field.type().constraints(field.settings()).stream()
                        .anyMatch(own -> own.name().equals(gone.name()))
                    ? "constraint-loosened"
                    : "constraint-removed"));
      }
    }
  }

  private static String first(DecisionTable table) {
    return table.rows().isEmpty() ? table.otherwise() : table.rows().get(0).then();
  }

  private void onOptions(FieldDefinition field, List<Mutated> all) {
    List<OptionDefinition> more = new ArrayList<>(field.options());
    more.add(OptionDefinition.of("nytt-val"));
    all.add(field(field, b -> b.options(more), field.id() + ".nytt-val", "option-added"));
    if (field.options().size() > 1) {
      String gone = field.options().get(0).value();
      all.add(
          field(
              field,
              b -> b.options(field.options().subList(1, field.options().size())),
              field.id() + "." + gone,
              "option-removed"));
      List<OptionDefinition> turned = new ArrayList<>(field.options());
      turned.add(turned.remove(0));
      all.add(field(field, b -> b.options(turned), "", "option-order"));
    }
  }

  private void onSize(FieldDefinition field, List<Mutated> all) {
    ConstraintRule size = field.constraint("Size").orElseThrow();
    long max = Long.parseLong(String.valueOf(size.parameters().get("max")));
    for (long next : List.of(max + 1, max - 1)) {
      List<ConstraintRule> rules = new ArrayList<>(field.constraints());
      rules.set(rules.indexOf(size), new ConstraintRule("Size", Map.of("max", next)));
      all.add(
          field(
              field,
              b -> b.constraints(rules),
              field.id() + ".Size",
              next > max ? "constraint-loosened" : "constraint-tightened"));
    }
  }

  private void onGroup(GroupDefinition group, List<Mutated> all) {
    all.add(group(group, group.min(), group.max() + 1, "group-max-raised"));
    if (group.max() > group.min() && group.max() > 1) {
      all.add(group(group, group.min(), group.max() - 1, "group-max-lowered"));
      all.add(group(group, group.min() + 1, group.max(), "group-min-raised"));
    }
    if (group.min() > 0) {
      all.add(group(group, group.min() - 1, group.max(), "group-min-lowered"));
    }
  }

  private Mutated group(GroupDefinition group, int min, int max, String kind) {
    GroupDefinition other =
        new GroupDefinition(group.id(), min, max, group.prefill(), group.pages());
    return new Mutated(
        pages(
            page ->
                page.group().filter(group::equals).isPresent()
                    ? new PageDefinition(
                        page.id(),
                        page.kind(),
                        page.showIf(),
                        page.fields(),
                        Optional.of(other),
                        page.routes(),
                        page.party())
                    : page),
        group.id(),
        kind);
  }

  private void onPage(PageDefinition page, List<Mutated> all) {
    all.add(
        new Mutated(
            pages(p -> p.id().equals(page.id()) ? p.showIf("false || " + or(page)) : p),
            page.id(),
            "show-if"));
    all.add(with(page, "nyttFalt", FieldDefinition.builder("nyttFalt", type("text")).build()));
    all.add(
        with(
            page,
            "nyttFalt",
            FieldDefinition.builder("nyttFalt", type("text")).required(true).build()));
    all.add(with(page, "nyBild", FieldDefinition.builder("nyBild", type("files")).build()));
    if (page.fields().size() > 1) {
      FieldDefinition last = page.fields().get(page.fields().size() - 1);
      if (isUnread(last.id())) {
        all.add(
            new Mutated(
                pages(
                    p ->
                        p.id().equals(page.id())
                            ? fields(p, p.fields().subList(0, p.fields().size() - 1))
                            : p),
                last.id(),
                "field-removed"));
      }
      List<FieldDefinition> turned = new ArrayList<>(page.fields());
      turned.add(turned.remove(0));
      all.add(
          new Mutated(
              pages(p -> p.id().equals(page.id()) ? fields(p, turned) : p), "", "field-order"));
    }
    PageDefinition extra =
        PageDefinition.of(
            "ny-sida",
            PageKind.QUESTIONS,
            List.of(FieldDefinition.builder("nyFraga", type("text")).build()));
    List<PageDefinition> pages = new ArrayList<>(form.pages());
    pages.add(0, extra);
    all.add(new Mutated(copy().pages(pages).build(), "ny-sida", "page-added"));
  }

  private boolean isUnread(String field) {
    return form.canonicalJson().split("\\b" + field + "\\b", -1).length <= 4
        && form.parties().isEmpty()
        && form.structure().pages().values().stream().allMatch(p -> p.routes().isEmpty());
  }

  private static String or(PageDefinition page) {
    return page.showIf().isEmpty() ? "true" : "(" + page.showIf() + ")";
  }

  private Mutated with(PageDefinition page, String id, FieldDefinition field) {
    return new Mutated(
        pages(
            p -> {
              if (!p.id().equals(page.id())) {
                return p;
              }
              List<FieldDefinition> more = new ArrayList<>(p.fields());
              more.add(random.nextInt(more.size() + 1), field);
              return fields(p, more);
            }),
        id,
        "field-added");
  }

  private static PageDefinition fields(PageDefinition page, List<FieldDefinition> fields) {
    return new PageDefinition(
        page.id(), page.kind(), page.showIf(), fields, page.group(), page.routes(), page.party());
  }

  private Mutated field(
      FieldDefinition field,
      UnaryOperator<FieldDefinition.Builder> change,
      String where,
      String kind) {
    FieldDefinition.Builder builder =
        FieldDefinition.builder(field.id(), field.type())
            .required(field.required())
            .deferrable(field.deferrable())
            .showIf(field.showIf())
            .requiredIf(field.requiredIf())
            .value(field.value())
            .constraints(field.constraints())
            .options(field.options())
            .warnings(field.warnings())
            .autocomplete(field.autocomplete())
            .width(field.width())
            .settings(field.settings().all())
            .facts(field.facts());
    field.prefill().ifPresent(builder::prefill);
    FieldDefinition changed = change.apply(builder).build();
    return new Mutated(
        pages(
            page ->
                fields(
                    page,
                    page.fields().stream()
                        .map(f -> f.id().equals(field.id()) ? changed : f)
                        .toList())),
        where,
        kind);
  }

  private Mutated text(String key) {
    Map<String, String> other = new TreeMap<>(texts());
    other.put(key, other.get(key) + " (nytt)");
    return new Mutated(
        copy().texts(FormTexts.of(Map.of("sv", other))).build(), "sv:" + key, "text-changed");
  }

  private Map<String, String> texts() {
    return form.texts().all().getOrDefault("sv", new TreeMap<>());
  }

  private Mutated formWith(UnaryOperator<FormDefinitionBuilder> change, String kind) {
    return new Mutated(change.apply(copy()).build(), "form", kind);
  }

  private FormDefinition pages(UnaryOperator<PageDefinition> change) {
    return copy().pages(changed(form.pages(), change)).build();
  }

  private static List<PageDefinition> changed(
      List<PageDefinition> pages, UnaryOperator<PageDefinition> change) {
    List<PageDefinition> all = new ArrayList<>();
    for (PageDefinition page : pages) {
      PageDefinition next = change.apply(page);
      all.add(
          new PageDefinition(
              next.id(),
              next.kind(),
              next.showIf(),
              next.fields(),
              next.group()
                  .map(
                      g ->
                          new GroupDefinition(
                              g.id(), g.min(), g.max(), g.prefill(), changed(g.pages(), change))),
              next.routes(),
              next.party()));
    }
    return all;
  }

  FormDefinitionBuilder copy() {
    return copy(form.version() + 1);
  }

  FormDefinitionBuilder copy(int version) {
    return FormDefinition.builder(form.id(), version)
        .languages(form.languages())
        .facts(form.facts())
        .classification(form.classification())
        .draftDays(form.draftDays())
        .drafts(form.drafts())
        .sendAnyway(form.sendAnyway())
        .validateOn(form.validateOn())
        .plainLanguage(form.plainLanguage())
        .inputs(form.inputs())
        .parties(form.parties())
        .pages(form.pages())
        .texts(form.texts());
  }

  private static se.byggsten.forms.spi.FieldType type(String name) {
    return FieldTypes.standard().find(name).orElseThrow();
  }

  private <T> Optional<T> any(Iterable<T> items) {
    List<T> list = new ArrayList<>();
    items.forEach(list::add);
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
