package se.byggsten.forms.render;

import java.util.List;
import java.util.Optional;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.spi.OptionText;

/**
 * A field with its texts in one language and what stands in it; every channel is drawn from this.
 *
 * @param field the definition
 * @param place the row that it stands in
 * @param label the question
 * @param hint help for answering; may be empty
 * @param why why it is asked; may be empty
 * @param optional true when the question need not be answered
 * @param options the options that are offered
 * @param raw what is written, as written
 * @param shown the answer for reading, by line; empty when there is none
 * @param files the files
 * @param error what is to be put right; may be empty
 * @param warnings what to tell about the answer
 * @param locked true when the prefilled value may not be changed
 * @param answer the answer with its origin
 * @param revealedBy the radio question and option that it belongs to, joined by a colon
 * @param secrecy the provision of secrecy; may be empty
 */
public record FieldNode(
    FieldDefinition field,
    Place place,
    String label,
    String hint,
    String why,
    boolean optional,
    List<OptionText> options,
    List<String> raw,
    List<String> shown,
    List<AttachmentRef> files,
    String error,
    List<String> warnings,
    boolean locked,
    Optional<Answer> answer,
    Optional<String> revealedBy,
    String secrecy) {
  /**
   * Returns the id of the field.
   *
   * @return the id
   */
  public String id() {
    return field.id();
  }

  /**
   * Returns where the field stands.
   *
   * @return the id, and a slash and a number for each row
   */
  public String path() {
    return place.path(field.id());
  }

  /** The id that a link in the error summary goes to. */
  String anchor() {
    return field.type().anchor(field.id());
  }

  /** Leaves out the answer. */
  @Override
  public String toString() {
    return "FieldNode[" + path() + "]";
  }
}
