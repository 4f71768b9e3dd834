package se.byggsten.conformance.trace;

import java.util.List;
import se.byggsten.conformance.trace.Shape.Anything;
import se.byggsten.conformance.trace.Shape.Flag;
import se.byggsten.conformance.trace.Shape.Items;
import se.byggsten.conformance.trace.Shape.Keys;
import se.byggsten.conformance.trace.Shape.Named;
import se.byggsten.conformance.trace.Shape.OneOrMore;
import se.byggsten.conformance.trace.Shape.Text;
import se.byggsten.conformance.trace.Shape.Whole;
import se.byggsten.conformance.trace.Shape.Word;

/** What a trace looks like, version 1. */
final class TraceShape {
  /** The version of the format. */
  static final int VERSION = 1;

  /** The largest file that a trace may make up, in bytes. */
  static final int LARGEST_FILE = 20_000_000;

  private static final int MANY = 1_000;
  private static final Text TEXT = Text.any(10_000);
  private static final Text ID =
      new Text(200, "[A-Za-z][A-Za-z0-9-]{0,99}", "an id: letters, digits and hyphens");
  private static final Text PATH =
      new Text(
          200,
          "[A-Za-z][A-Za-z0-9-]{0,99}(?:/[0-9]{1,9}){0,9}",
          "an id, and in a row a slash and its number: barnet/1");
  private static final Text INSTANT =
      new Text(
          40,
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?Z",
          "an instant in UTC: 2026-05-04T08:00:00Z");
  private static final Items IDS = new Items(ID, MANY);
  private static final Items TEXTS = new Items(TEXT, MANY);

  private static final Keys KNOWN =
      Keys.none()
          .may("value", TEXT, "The value as it would be posted.")
          .may("parts", new Named(TEXT), "The parts in order, such as street and city.")
          .must("source", TEXT, "Who says so, as the applicant is told.")
          .may("at", INSTANT, "When it was fetched; else the instant that the trace begins.");

  private static final Keys FILE =
      Keys.none()
          .must("field", ID, "The field that it is posted for.")
          .must("name", Text.any(300), "The file name that is claimed.")
          .may(
              "type",
              new Word(List.copyOf(MadeFile.TYPES)),
              "What the content is made as; with size.")
          .may("size", new Whole(0, LARGEST_FILE), "How many bytes are made up; with type.")
          .may("base64", Text.any(4_000_000), "The content itself, instead of type and size.");

  private static final Keys ERROR =
      Keys.none()
          .must("field", PATH, "The field or group, in a row with a slash and its number.")
          .must("constraint", TEXT, "The name of the constraint that is broken.")
          .may("text", TEXT, "What the person is told.");

  private static final Keys HTML =
      Keys.none()
          .may("name", TEXT, "The name that is posted.")
          .may("type", TEXT, "The type of the input, select or textarea.")
          .may("label", TEXT, "The text of its label.")
          .may("described-by", TEXTS, "The texts that aria-describedby points at, in order.")
          .may("autocomplete", TEXT, "The autocomplete token.")
          .may("input-mode", TEXT, "The keyboard that is asked for.")
          .may("role", TEXT, "The role of the input.")
          .may("invalid", new Flag(), "Whether aria-invalid is true.")
          .may("required", new Flag(), "Whether it is marked as required for programs.")
          .may("legend", TEXT, "The legend of the fieldset around it.")
          .may("group-role", TEXT, "The role of the fieldset around it.")
          .may(
              "group-described-by",
              TEXTS,
              "The texts that aria-describedby of the fieldset points at.");

  /** What a step leads to. */
  static final Keys PAGE =
      Keys.none()
          .may("refused", TEXT, "The code of the refusal; then nothing else comes of the step.")
          .may("page", PATH, "The page that follows.")
          .may("complete", new Flag(), "True when the form is to be sent.")
          .may("title", TEXT, "The title of the page.")
          .may("fields", IDS, "The fields that are shown, in order.")
          .may("required", IDS, "Those of them that must be answered.")
          .may("locked", IDS, "Those that are known and cannot be changed.")
          .may("revealed", IDS, "Those that this post made visible.")
          .may("rows", new Items(new Whole(1, Integer.MAX_VALUE), MANY), "The rows of the group.")
          .may("options", new Named(TEXTS), "The options that each choice offers, in order.")
          .may("errors", new Items(ERROR, MANY), "What is to be put right, in order.")
          .may(
              "warnings",
              new Items(
                  Keys.none()
                      .must("field", PATH, "The field.")
                      .must("warning", TEXT, "The id of the warning.")
                      .may("text", TEXT, "What the person is told."),
                  MANY),
              "What is told without stopping anybody.")
          .may("elsewhere", TEXT, "What another window had done.")
          .may("focus", TEXTS, "What the tab key reaches, in order, without scripts.")
          .may(
              "html",
              new Named(HTML),
              "Of inputs, by their ids, what assistive technology is told. What is left out of"
                  + " an input must not be there.");

  private static final Keys STEP =
      Keys.none()
          .may("about", TEXT, "What the step shows, for people.")
          .must("page", PATH, "The page that is asked for, or posted.")
          .may("as", ID, "The party that does it; else the applicant.")
          .may("at", INSTANT, "When it is done; else at the same instant as the step before.")
          .may("inputs", new Named(new Anything()), "What the service tells from now on.")
          .may(
              "post",
              new Named(new OneOrMore(Text.any(100_000))),
              "What is posted, by posted name. Without post, files and remove the page is opened.")
          .may("files", new Items(FILE, 20), "The files that are posted.")
          .may(
              "remove",
              Keys.none()
                  .must("field", ID, "The field.")
                  .must("number", new Whole(1, 100), "Which of its files, from 1."),
              "A file to take away again.")
          .may("expect", PAGE, "What must come of it; what is left out is not looked at.");

  private static final Keys INFORMATION =
      Keys.none()
          .may("label", TEXT, "What was asked.")
          .may("purpose", TEXT, "What it is used for.")
          .may("legal-basis", TEXT, "The provision that allows it.")
          .may("personal-data", TEXT, "The kind of personal data.")
          .may("secrecy", TEXT, "The provision of secrecy.")
          .may("retention", TEXT, "preserve, unstated, or dispose and a period.")
          .may("classification", TEXT, "The code in the classification scheme.");

  /** What would be stored. */
  static final Keys STORED =
      Keys.none()
          .may("complete", new Flag(), "Whether the form may be sent.")
          .may("answers", new Anything(), "The answers as plain JSON.")
          .may("missing", new Items(ERROR, MANY), "What is to be completed later.")
          .may(
              "hidden",
              new Named(new Items(Text.any(100_000), MANY)),
              "Answers that are kept and not sent, as written.")
          .may("information", new Named(INFORMATION), "What the archive is told of each answer.")
          .may("retention", TEXT, "What becomes of the whole: preserve, or dispose and a period.")
          .may("secrecy", TEXTS, "The provisions of secrecy that hold.");

  /** A trace. */
  static final Keys TRACE =
      Keys.none()
          .must("trace", new Whole(1, 1), "The version of the format: 1.")
          .may("about", TEXT, "What the trace shows, for people.")
          .must(
              "form",
              Keys.none()
                  .must("id", ID, "The id of the form.")
                  .must("version", new Whole(1, Integer.MAX_VALUE), "Its version."),
              "The form that the trace is of.")
          .must("at", INSTANT, "The instant at which it begins.")
          .must(
              "language",
              new Text(35, "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", "a BCP 47 tag"),
              "The language of the pages.")
          .may("inputs", new Named(new Anything()), "What the service tells the form.")
          .may("known", new Named(KNOWN), "Known values by the name of their source.")
          .may(
              "known-rows",
              new Named(new Items(new Anything(), 100)),
              "Known rows by source: each a map of values, and of rows within it.")
          .may(
              "scanner",
              new Word(List.of("clean", "none")),
              "clean (the default): files are looked through; none: nobody looks at them.")
          .must("steps", new Items(STEP, 500), "What is done, in order.")
          .may(
              "expect",
              STORED,
              "What would be stored at the end; what is left out is not looked at.");

  /** A known row and the rows within it. */
  static final Keys KNOWN_ROW =
      Keys.none()
          .may("values", new Named(KNOWN), "Its values.")
          .may("rows", new Named(new Items(new Anything(), 100)), "Rows within it.");

  private TraceShape() {}
}
