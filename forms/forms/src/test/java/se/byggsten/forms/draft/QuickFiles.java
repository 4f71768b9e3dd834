package se.byggsten.forms.draft;

/** Stores of drafts whose files are not as slow to open as they are outside tests. */
public final class QuickFiles {
  private QuickFiles() {}

  /** The same builder. */
  public static DraftStoreBuilder with(DraftStoreBuilder drafts) {
    return drafts.fileRounds(2);
  }
}
