package se.byggsten.forms.run;

import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.file.FileContent;

/** A file that was accepted, with its bytes, to be put away by the caller. */
public final class AttachmentContent {
  private final AttachmentRef ref;
  private final FileContent content;

  AttachmentContent(AttachmentRef ref, FileContent content) {
    this.ref = ref;
    this.content = content;
  }

  /**
   * Returns what the state holds of the file.
   *
   * @return the reference
   */
  public AttachmentRef ref() {
    return ref;
  }

  /**
   * Returns the bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return content.bytes();
  }

  /**
   * Returns the content, for those who do not want it all in memory.
   *
   * @return the content, which is gone when the post it came with is closed
   */
  public FileContent content() {
    return content;
  }

  @Override
  public String toString() {
    return "AttachmentContent[" + ref + "]";
  }
}
