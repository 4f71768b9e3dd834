package se.byggsten.conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is sent with a form: names, values and files, in order. */
public final class FormData {
  /**
   * One value.
   *
   * @param name the name of the control
   * @param value the text; empty for a file
   * @param file the file, if it is one
   */
  public record Part(String name, String value, Optional<Upload> file) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A file to upload.
   *
   * @param fileName its name
   * @param contentType the type that is claimed
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once and sent; never compared.
  public record Upload(String fileName, String contentType, byte[] content) {
    @Override
    public String toString() {
      return fileName;
    }
  }

  private final List<Part> parts;

  private FormData(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Returns what a browser would send if nobody touched the form.
   *
   * @param form the form
   * @return the data
   */
  public static FormData untouched(WebForm form) {
    return filled(form, Map.of());
  }

  /**
   * Returns the form with nothing answered: what hidden controls hold, and empty text.
   *
   * @param form the form
   * @return the data
   */
  public static FormData empty(WebForm form) {
    List<Part> parts = new ArrayList<>();
    for (FormField f : form.fields()) {
      if (f.type().equals("hidden") && !f.disabled()) {
        parts.add(new Part(f.name(), f.value(), Optional.empty()));
      } else if ((f.textual() || f.type().equals("select")) && !f.disabled()) {
        parts.add(new Part(f.name(), "", Optional.empty()));
      } else if (f.type().equals("file")) {
        parts.add(emptyFile(f.name()));
      }
    }
    return new FormData(parts);
  }

  /**
   * Returns the form with answers filled in; what has no answer keeps what it holds.
   *
   * @param form the form
   * @param answers values by the names of controls
   * @return the data
   */
  public static FormData filled(WebForm form, Map<String, List<String>> answers) {
    List<Part> parts = new ArrayList<>();
    for (FormField f : form.fields()) {
      if (f.disabled() || f.name().isEmpty()) {
        continue;
      }
      List<String> answer = answers.get(f.name());
      if (f.checkable()) {
        if (answer == null ? f.checked() : answer.contains(f.value())) {
          parts.add(new Part(f.name(), f.value(), Optional.empty()));
        }
      } else if (f.type().equals("file")) {
        parts.add(emptyFile(f.name()));
      } else if (answer == null || f.type().equals("hidden")) {
        parts.add(new Part(f.name(), f.value(), Optional.empty()));
      } else if (f.type().equals("select-multiple")) {
        answer.forEach(v -> parts.add(new Part(f.name(), v, Optional.empty())));
      } else {
        parts.add(new Part(f.name(), answer.isEmpty() ? "" : answer.get(0), Optional.empty()));
      }
    }
    return new FormData(parts);
  }

  private static Part emptyFile(String name) {
    return new Part(name, "", Optional.of(new Upload("", "application/octet-stream", new byte[0])));
  }

  /**
   * Returns a copy in which the control has this value and no other.
   *
   * @param name the name of the control
   * @param value the value
   * @return the copy
   */
  public FormData with(String name, String value) {
    List<Part> changed = new ArrayList<>(without(p -> p.name().equals(name)).parts);
    changed.add(new Part(name, value, Optional.empty()));
    return new FormData(changed);
  }

  /**
   * Returns a copy with a file in the control.
   *
   * @param name the name of the control
   * @param file the file
   * @return the copy
   */
  public FormData with(String name, Upload file) {
    List<Part> changed = new ArrayList<>(without(p -> p.name().equals(name)).parts);
    changed.add(new Part(name, "", Optional.of(file)));
    return new FormData(changed);
  }

  /**
   * Returns a copy that lacks some parts.
   *
   * @param unwanted tells what to leave out
   * @return the copy
   */
  public FormData without(Predicate<Part> unwanted) {
    return new FormData(parts.stream().filter(unwanted.negate()).toList());
  }

  /**
   * Returns the parts.
   *
   * @return in order
   */
  public List<Part> parts() {
    return parts;
  }

  @Override
  public String toString() {
    return "FormData" + parts;
  }
}
