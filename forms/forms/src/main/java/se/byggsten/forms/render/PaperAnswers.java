package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.internal.paper.ConditionWords;
import se.byggsten.forms.internal.paper.PaperSequence;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.web.Html;
import se.byggsten.web.Passage;
import se.byggsten.web.paper.PaperBoxes;
import se.byggsten.web.paper.Tick;

/** What an answer on paper is written in, and how much room it takes. */
final class PaperAnswers {
  /** Where to go after an option. */
  interface Leading {
    Tick then(Tick tick, String value);
  }

  private static final int MOST_LINES = 12;
  private static final int ALL = 12;
  private static final int TWELFTH = 15;
  private static final int BETWEEN = 6;
  private static final double SQUARE = 7.4;
  private static final double LETTER = 1.75;
  private static final int LONG_TEXT = 56;
  private static final int TEXT = 28;
  private static final int YES_NO = 19;

  private final PaperSequence sequence;
  private final ConditionWords conditions;
  private final Said said;
  private final Words words;
  private final PaperBoxes boxes;

  PaperAnswers(PaperSequence sequence, ConditionWords conditions, Said said, Locale locale) {
    this.sequence = sequence;
    this.conditions = conditions;
    this.said = said;
    this.words = said.words();
    this.boxes = PaperBoxes.in(locale);
  }

  static PaperShape shape(FieldDefinition field) {
    return field.type().paper(field.settings());
  }

  Html answer(FieldDefinition field, Leading leading) {
    PaperShape shape = shape(field);
    if (shape instanceof PaperShape.Squares squares) {
      return boxes.squares(squares.groups(), squares.captions().stream().map(words::get).toList());
    }
    if (shape instanceof PaperShape.Captioned captioned) {
      List<String> captions = captioned.captions().stream().map(words::get).toList();
      return captions.size() == 2 ? boxes.narrowLines(captions) : boxes.labelledLines(captions);
    }
    if (shape instanceof PaperShape.Lines lines) {
      return lines.count() == 1 && !lines.unit().isEmpty()
          ? boxes.line(words.get(lines.unit()))
          : boxes.lines(Math.min(lines.count(), MOST_LINES));
    }
    if (shape instanceof PaperShape.Ticks) {
      return boxes.ticks(ticks(field, leading));
    }
    if (shape instanceof PaperShape.YesNo) {
      return boxes.ticks(yesNo(leading));
    }
    if (shape instanceof PaperShape.Agree) {
      return boxes.ticks(List.of(Tick.of(words.get("paper.agree"))));
    }
    return shape instanceof PaperShape.Enclose
        ? boxes.ticks(
            List.of(Tick.of(words.get("paper.enclosed")).hint(words.get("paper.enclose"))))
        : Html.EMPTY;
  }

  private List<Tick> yesNo(Leading leading) {
    return List.of(
        leading.then(Tick.of(words.get("yes")), "true"),
        leading.then(Tick.of(words.get("no")), "false"));
  }

  private List<Tick> ticks(FieldDefinition field, Leading leading) {
    return field.options().stream().map(option -> tick(field, option, leading)).toList();
  }

  private Tick tick(FieldDefinition field, OptionDefinition option, Leading leading) {
    String key = field.id() + ".option." + option.value();
    List<String> hints = new ArrayList<>();
    said.find(key + ".hint").ifPresent(hints::add);
    sequence
        .option(field.id(), option.value())
        .flatMap(condition -> conditions.clause(condition, sequence.index(field.id())))
        .ifPresent(when -> hints.add(words.get("paper.option", Map.of("when", when))));
    Tick tick = Tick.of(said.text(key));
    return leading.then(
        hints.isEmpty() ? tick : tick.hint(String.join(" ", hints)), option.value());
  }

  /** How many twelfths of a page a question needs, by its answer and the length of its texts. */
  int twelfths(FieldDefinition field, Leading leading, int label, int longest) {
    PaperShape shape = shape(field);
    int needs = ALL;
    if (shape instanceof PaperShape.Squares squares) {
      needs = fitting(squares(squares));
    } else if (shape instanceof PaperShape.Lines lines && lines.count() == 1) {
      boolean narrow = !lines.unit().isEmpty() || field.width() != FieldWidth.FULL;
      needs = narrow ? ALL / 3 + 1 : ALL / 2;
    } else if (shape instanceof PaperShape.Captioned captioned
        && captioned.captions().size() == 2) {
      needs = ALL / 2;
    } else if (shape instanceof PaperShape.YesNo) {
      needs = fitting(yesNo(leading).stream().mapToDouble(PaperAnswers::width).sum());
    } else if (shape instanceof PaperShape.Ticks ticks && !ticks.many()) {
      List<Tick> all = ticks(field, leading);
      boolean plain = all.stream().allMatch(tick -> tick.hint() == null);
      double width = all.stream().mapToDouble(PaperAnswers::width).sum();
      needs = plain && all.size() <= 3 ? fitting(width) : ALL;
    }
    if (shape instanceof PaperShape.Enclose || shape instanceof PaperShape.Agree) {
      needs = ALL / 2;
    }
    // A question and its hints may take two lines each, no more.
    int texts = fitting(Math.max(label * LETTER * 1.1, longest * LETTER * 0.85) / 2);
    return Math.min(ALL, Math.max(needs, texts));
  }

  private static double squares(PaperShape.Squares squares) {
    int all = squares.groups().stream().mapToInt(Integer::intValue).sum();
    return all * SQUARE + squares.groups().size() * 3;
  }

  private static double width(Tick tick) {
    String then = tick.instruction();
    int letters =
        Passage.plain(tick.label()).length()
            + (then == null ? 0 : Passage.plain(then).length() + 3);
    return letters * LETTER + 13;
  }

  private static int fitting(double millimetres) {
    return Math.min(ALL, Math.max(4, (int) Math.ceil((millimetres + BETWEEN) / TWELFTH)));
  }

  static boolean grows(FieldDefinition field) {
    PaperShape shape = shape(field);
    return shape instanceof PaperShape.Lines lines && lines.unit().isEmpty();
  }

  /** How wide the column of a table must be, in millimetres; empty for what no column holds. */
  int column(FieldDefinition field) {
    int word =
        Arrays.stream(Passage.plain(said.text(field.id() + ".label")).split(" "))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.max(answered(field), (int) (word * LETTER * 1.15) + 4);
  }

  private int answered(FieldDefinition field) {
    PaperShape shape = shape(field);
    if (shape instanceof PaperShape.Lines lines) {
      return lines.count() == 1 ? TEXT : LONG_TEXT;
    }
    if (shape instanceof PaperShape.Squares squares) {
      return (int) Math.ceil(squares(squares)) + 3;
    }
    if (shape instanceof PaperShape.YesNo) {
      return YES_NO;
    }
    if (shape instanceof PaperShape.Ticks) {
      int longest =
          field.options().stream()
              .mapToInt(o -> Passage.plain(said.text(field.id() + ".option." + o.value())).length())
              .max()
              .orElse(0);
      boolean plain =
          ticks(field, (tick, value) -> tick).stream().allMatch(tick -> tick.hint() == null);
      return plain ? (int) Math.min(LONG_TEXT, longest * LETTER * 0.9 + 10) : NO_COLUMN;
    }
    return NO_COLUMN;
  }

  /** More than a page has. */
  static final int NO_COLUMN = 1_000;

  /** What is in a cell of a table; an empty cell is itself a frame to write in. */
  Html cell(FieldDefinition field) {
    PaperShape shape = shape(field);
    if (shape instanceof PaperShape.Ticks) {
      return boxes.column(ticks(field, (tick, value) -> tick).toArray(new Tick[0]));
    }
    if (shape instanceof PaperShape.YesNo) {
      return boxes.column(yesNo((tick, value) -> tick).toArray(new Tick[0]));
    }
    if (shape instanceof PaperShape.Squares) {
      return answer(field, (tick, value) -> tick);
    }
    return shape instanceof PaperShape.Lines lines && !lines.unit().isEmpty()
        ? Html.concat(
            Html.trusted("<div class=\"b-unit\">"),
            Html.text(words.get(lines.unit())),
            Html.trusted("</div>"))
        : Html.EMPTY;
  }

  /** The labels of the options; empty when more is to be said of them than that. */
  List<String> labels(FieldDefinition field, Leading leading) {
    boolean one = shape(field) instanceof PaperShape.Ticks ticks && !ticks.many();
    List<Tick> all = one ? ticks(field, leading) : List.of();
    boolean plain = all.stream().allMatch(t -> t.hint() == null && t.instruction() == null);
    return plain ? all.stream().map(Tick::label).toList() : List.of();
  }
}
