package se.byggsten.core.data;

import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * One thing that is wrong with a piece of structured data.
 *
 * @param code the stable code, such as {@code DATA-UNKNOWN-KEY}
 * @param resource the name of the file or text
 * @param position where in it
 * @param path the keys that lead there, such as {@code goals[2].target}; empty for the whole
 * @param message what is wrong and what to do, without the value itself
 */
public record DataProblem(
    ErrorCode code, String resource, Position position, String path, String message) {

  /**
   * Returns the problem as a finding.
   *
   * @param rule the requirement or rule that it breaks
   * @return an error at the place of the problem
   */
  public Finding finding(RequirementId rule) {
    return Finding.error(
        code,
        rule,
        Location.at(resource, position.line(), position.column()),
        path.isEmpty() ? message : path + ": " + message,
        "Rätta filen på den angivna raden.");
  }

  @Override
  public String toString() {
    return resource
        + ":"
        + position
        + " "
        + code
        + (path.isEmpty() ? "" : " " + path)
        + ": "
        + message;
  }
}
