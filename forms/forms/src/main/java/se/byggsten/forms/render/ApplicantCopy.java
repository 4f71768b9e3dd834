package se.byggsten.forms.render;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the applicant may have of a printed application: all but what other parties of the form have
 * filled in on their pages.
 *
 * <p>The document of the application is whole, for the case handler and the archive, and marks what
 * others have filled in; this is the same document without it.
 *
 * @param xhtml the document for the applicant, the very same when nobody else has filled in
 *     anything
 * @param othersFiles the SHA-256 of each file that only others have sent, in lower-case hexadecimal
 */
public record ApplicantCopy(String xhtml, Set<String> othersFiles) {
  static final String OTHERS = "<!-- another party's -->\n";
  static final String END = "<!-- the applicant's -->\n";
  static final String SUM = "<span class=\"sum\">SHA-256 ";

  // What is written in answers is escaped, so that none of these can stand there.
  private static final Pattern PART =
      Pattern.compile(Pattern.quote(OTHERS) + ".*?" + Pattern.quote(END), Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile(Pattern.quote(SUM) + "([0-9a-f]{64})<");

  /** Copies the set. */
  public ApplicantCopy {
    othersFiles = Set.copyOf(othersFiles);
  }

  /**
   * Makes the copy.
   *
   * @param application a document that {@link FormRenderer#printable} or {@link FormDocuments} made
   * @return the copy
   */
  public static ApplicantCopy of(byte[] application) {
    String whole = new String(application, StandardCharsets.UTF_8);
    Set<String> files = new HashSet<>();
    Matcher parts = PART.matcher(whole);
    while (parts.find()) {
      files.addAll(files(parts.group()));
    }
    String own = parts.replaceAll("");
    files.removeAll(files(own));
    return new ApplicantCopy(own, files);
  }

  private static Set<String> files(String xhtml) {
    Set<String> files = new HashSet<>();
    Matcher file = FILE.matcher(xhtml);
    while (file.find()) {
      files.add(file.group(1));
    }
    return files;
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "ApplicantCopy[" + xhtml.length() + " characters]";
  }
}
