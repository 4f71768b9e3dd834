package se.byggsten.pdf.internal;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/**
 * The bidirectional algorithm (Unicode Standard Annex #9) of the platform, for the engine.
 *
 * <p>The engine's own support brings ICU, 14 MB; {@link Bidi} is a part of Java. Arabic letters are
 * not joined: no language that the law names needs it.
 */
final class PlatformBidi implements BidiSplitter {
  private static final String PAIRS = "()[]{}<>«»‹›";

  private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

  @Override
  public void setParagraph(String paragraph, byte defaultDirection) {
    int flags =
        switch (defaultDirection) {
          case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
          case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
          default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
        };
    bidi = new Bidi(paragraph, flags);
  }

  @Override
  public int countTextRuns() {
    return bidi.getRunCount();
  }

  @Override
  public BidiTextRun getVisualRun(int index) {
    int start = bidi.getRunStart(index);
    byte direction = (bidi.getRunLevel(index) & 1) == 1 ? RTL : LTR;
    return new BidiTextRun(start, bidi.getRunLimit(index) - start, direction);
  }

  @Override
  public byte getBaseDirection(String paragraph) {
    for (int i = 0; i < paragraph.length(); ) {
      int point = paragraph.codePointAt(i);
      byte kind = Character.getDirectionality(point);
      if (kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        return LTR;
      }
      if (kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        return RTL;
      }
      i += Character.charCount(point);
    }
    return NEUTRAL;
  }

  /** Writes a run that is read from the right in the order in which it is set from the left. */
  static final class Reorderer implements BidiReorderer {
    @Override
    public String reorderRTLTextToLTR(String text) {
      StringBuilder out = new StringBuilder(text.length());
      int end = text.length();
      while (end > 0) {
        int start = end;
        boolean mark;
        // A mark stays behind its letter.
        do {
          int point = text.codePointBefore(start);
          start -= Character.charCount(point);
          mark = Character.getType(point) == Character.NON_SPACING_MARK;
        } while (mark && start > 0);
        for (int i = start; i < end; i++) {
          out.append(mirrored(text.charAt(i)));
        }
        end = start;
      }
      return out.toString();
    }

    private static char mirrored(char c) {
      int at = PAIRS.indexOf(c);
      return at < 0 ? c : PAIRS.charAt(at ^ 1);
    }

    @Override
    public String shapeText(String text) {
      return text;
    }

    @Override
    public String deshapeText(String text) {
      return text;
    }

    @Override
    public boolean isLiveImplementation() {
      return true;
    }
  }
}
