package se.byggsten.postgres.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.cases.RetentionAction;

/** The SQL of what definitions say of the information in a case. */
final class InformationTable {
  /** The detail of a journal entry that vouches for the facts that came with it. */
  static final String DETAIL = "information";

  private InformationTable() {}

  /** Adds facts, and returns the details of the journal entry with their hash. */
  static Map<String, String> add(
      Handle handle, CaseId id, List<InformationFacts> facts, Map<String, String> details) {
    if (facts.isEmpty()) {
      return details;
    }
    String hash = InformationFacts.sha256(facts);
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO byggsten.case_information (case_id, sha256, position, field, label,"
                + " purpose, legal_basis, personal_data, secrecy, retention, dispose_after,"
                + " classification) VALUES (:case, :sha256, :position, :field, :label, :purpose,"
                + " :legalBasis, :personalData, :secrecy, :retention, :disposeAfter,"
                + " :classification)");
    for (int i = 0; i < facts.size(); i++) {
      InformationFacts one = facts.get(i);
      rows.bind("case", id.value())
          .bind("sha256", hash)
          .bind("position", i)
          .bind("field", one.field())
          .bind("label", one.label())
          .bind("purpose", one.purpose())
          .bind("legalBasis", one.legalBasis())
          .bind("personalData", one.personalData().name())
          .bind("secrecy", one.secrecy())
          .bind("retention", one.retention().name())
          .bind("disposeAfter", one.disposeAfter().map(Period::toString).orElse(null))
          .bind("classification", one.classification())
          .add();
    }
    rows.execute();
    Map<String, String> vouched = new TreeMap<>(details);
    vouched.put(DETAIL, hash);
    return vouched;
  }

  /** Everything that is said, each once, in the order in which it came. */
  static List<InformationFacts> list(Handle handle, CaseId id) {
    return sets(handle, id).values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The facts that came together, by the hash under which they are stored. */
  static Map<String, List<InformationFacts>> sets(Handle handle, CaseId id) {
    Map<String, List<InformationFacts>> sets = new LinkedHashMap<>();
    handle
        .createQuery("SELECT * FROM byggsten.case_information WHERE case_id = :case ORDER BY added")
        .bind("case", id.value())
        .map((row, context) -> Map.entry(row.getString("sha256"), read(row)))
        .forEach(
            row ->
                sets.computeIfAbsent(row.getKey(), hash -> new ArrayList<>()).add(row.getValue()));
    return sets;
  }

  private static InformationFacts read(ResultSet row) throws SQLException {
    return new InformationFacts(
        row.getString("field"),
        row.getString("label"),
        row.getString("purpose"),
        row.getString("legal_basis"),
        PersonalData.valueOf(row.getString("personal_data")),
        row.getString("secrecy"),
        RetentionAction.valueOf(row.getString("retention")),
        Optional.ofNullable(row.getString("dispose_after")).map(Period::parse),
        row.getString("classification"));
  }
}
