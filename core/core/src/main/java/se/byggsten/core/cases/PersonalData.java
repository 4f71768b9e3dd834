package se.byggsten.core.cases;

/** What kind of personal data something is. */
public enum PersonalData {
  /** Not personal data. */
  NONE,
  /** Personal data. Source: dataskyddsförordningen (EU) 2016/679 art. 4.1. */
  ORDINARY,
  /** Personal identity number. Source: lagen (2018:218) 3 kap. 10 §. */
  IDENTITY_NUMBER,
  /** Special category, such as health. Source: (EU) 2016/679 art. 9.1. */
  SENSITIVE
}
