package se.byggsten.core.manifest;

import java.util.regex.Pattern;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * An authority (<i>nämnd</i>) that takes part in the service.
 *
 * @param code its short name, as in its diary numbers: 2 to 10 capital letters
 * @param name its full name
 */
public record Participant(String code, String name) {
  private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ]{2,10}");

  static Participant from(DataView map) {
    map.onlyKeys("code", "name");
    DataView code = map.required("code");
    if (!CODE.matcher(code.text()).matches()) {
      throw code.problem(DataException.BAD_VALUE, "must be 2 to 10 capital letters, such as KFN");
    }
    return new Participant(code.text(), map.required("name").text());
  }
}
