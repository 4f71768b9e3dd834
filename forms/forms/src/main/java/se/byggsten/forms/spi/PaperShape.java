package se.byggsten.forms.spi;

import java.util.List;

/**
 * What a question looks like on a blank paper form.
 *
 * <p>A caption or unit is a key of the library's own words, such as {@code part.year}, or, when
 * there is no such key, the text itself.
 */
public sealed interface PaperShape {
  /**
   * Squares for one character each, in groups with space between them.
   *
   * @param groups how many squares each group has
   * @param captions what stands under each group, such as year, month and day; may be empty
   */
  record Squares(List<Integer> groups, List<String> captions) implements PaperShape {
    /** Copies the lists. */
    public Squares {
      groups = List.copyOf(groups);
      captions = List.copyOf(captions);
    }
  }

  /**
   * Lines to write on.
   *
   * @param count how many
   * @param unit what stands after a single line, such as kr; may be empty
   */
  record Lines(int count, String unit) implements PaperShape {}

  /**
   * Several lines, each with a caption.
   *
   * @param captions what is to be written on each line
   */
  record Captioned(List<String> captions) implements PaperShape {
    /** Copies the list. */
    public Captioned {
      captions = List.copyOf(captions);
    }
  }

  /**
   * Boxes to tick, one for each option of the field.
   *
   * @param many whether more than one may be ticked
   */
  record Ticks(boolean many) implements PaperShape {}

  /** Two boxes to tick: yes and no. */
  record YesNo() implements PaperShape {}

  /** One box to tick beside the label. */
  record Agree() implements PaperShape {}

  /** A note that papers are to be enclosed. */
  record Enclose() implements PaperShape {}

  /** Text alone, nothing to fill in. */
  record Text() implements PaperShape {}

  /** Nothing: the authority works it out. */
  record Nothing() implements PaperShape {}
}
