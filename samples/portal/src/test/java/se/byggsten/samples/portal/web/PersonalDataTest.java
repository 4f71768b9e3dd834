package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.post.PostReader;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.source.FormYaml;

/**
 * A whole walk of somebody whose every word is known: none of them is in a log, an address or a
 * file's name, and nobody sees who it is that has a protected identity.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {
  private static final String CHILD = "Quirinia Xylander";
  private static final String SUPPORT = "Zonisamidbehandlad epilepsi";
  private static final String ALLERGY = "Pistaschqvarg";
  private static final String STREET = "Vaxholmsgränd 77";
  private static final String MAIL = "sara.hemlig@eksta.example";
  private static final String FILE = "lakarintyg-xylander";
  private static final String MESSAGE = "Ring aldrig min granne Olofina";
  private static final String MORE = "Kompletterar med journalbladet";
  private static final String REASONS = "Plats ges av medicinska orsaker";

  /** The person with protected registration, as the test identity provider knows her. */
  private static final List<String> WHO =
      List.of("Sara Öberg", "Öberg", "Sara ", "198601102380", "19860110-2380", "860110-2380");

  private static final List<String> WORDS =
      List.of(
          CHILD,
          "Xylander",
          SUPPORT,
          "epilepsi",
          ALLERGY,
          STREET,
          "Vaxholmsgr",
          MAIL,
          FILE,
          MESSAGE,
          "Olofina",
          MORE,
          REASONS,
          "201601122383",
          "20160112-2383",
          "160112-2383",
          "0701740605",
          "70-174 06 05",
          "701740605");

  private final List<Exchange> seen = new ArrayList<>();
  private final List<Exchange> seenByStaff = new ArrayList<>();
  private String id = "";
  private String number = "";
  private Path archived = Path.of("");

  @BeforeAll
  void walks() throws IOException {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("fornamn", CHILD);
    answers.put("stodBeskrivning", SUPPORT);
    answers.put("allergen", ALLERGY);
    answers.put("adress-street", STREET);
    answers.put("epost", MAIL);
    Visitor citizen = Visitor.loggedIn("skyddad");
    List<Path> before = packages();
    refusals(citizen);
    Exchange page = citizen.get("/ansokan");
    for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
      if (page.uri().getPath().endsWith("/bilagor") && !page.text().contains(FILE)) {
        page = citizen.submit(page, withFile(page));
      }
      page = citizen.submit(page, answers);
    }
    Exchange receipt = citizen.submit(page, Map.of());
    id = Visitor.idOf(receipt.uri().getPath());
    number = textOf(receipt).replaceAll("(?s).*(KFN \\d{4}-\\d{4}).*", "$1");
    String own = "/mina-arenden/" + id;
    citizen.submitTo(citizen.get(own), "/meddelande", Map.of("meddelande", MESSAGE));
    Visitor handler = handles(citizen, own);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(textOf(citizen.get(own)))
                    .contains("Handlingarna lämnades till arkivet"));
    List<Path> after = new ArrayList<>(packages());
    after.removeAll(before);
    archived = after.stream().filter(this::isOurs).findFirst().orElseThrow();
    seen.addAll(citizen.transcript());
    seenByStaff.addAll(handler.transcript());
  }

  private Visitor handles(Visitor citizen, String own) {
    Visitor handler = Visitor.caseHandler();
    String page = "/handlaggare/" + id;
    handler.submitTo(handler.get(page), "/oppna", Map.of());
    Map<String, String> request =
        Map.of(
            "begaran",
            "Skicka mer.",
            "senast-year",
            "2099",
            "senast-month",
            "1",
            "senast-day",
            "15");
    handler.submitTo(handler.get(page), "/komplettering", request);
    citizen.submitTo(citizen.get(own), "/komplettering", Map.of("komplettering", MORE));
    handler.submitTo(handler.get(page), "/beslut", Map.of("utfall", "GRANTED", "skal", REASONS));
    handler.get("/handlaggare");
    return handler;
  }

  /** What is refused must not be logged either: the words in every wrong place. */
  private static void refusals(Visitor citizen) {
    citizen.get("/ansokan");
    String token = "_csrf=" + citizen.csrf();
    String words = CHILD.replace(' ', '+') + "+201601122383";
    citizen.post("/ansokan/kontakt", token + "&epost=" + words + "&epost=" + words);
    citizen.post("/ansokan/kontakt", token + "&Quirinia+Xylander=" + words);
    citizen.post("/ansokan/barnet/1", token + "&barnPersonnummer=" + words + "&relation=Olofina");
    citizen.post("/ansokan/kontakt", token + "&epost=%FFXylander");
    citizen.post("/ansokan/kontakt", token + "&epost=Xylander%00Quirinia");
    citizen.post("/ansokan/kontakt", "_csrf=Xylander&epost=" + words);
    citizen.post("/ansokan/kontakt", token + "&namn=Xylander");
    citizen.post("/synpunkter", token + "&omdome=Xylander&text=" + "Olofina".repeat(500));
    citizen.post("/mina-arenden/Xylander/meddelande", token + "&meddelande=" + words);
    Visitor stranger = new Visitor();
    for (String path :
        List.of("/saml/login?to=", "/diarium?sok=", "/saml/acs?x=", "/test-idp/sso?x=")) {
      Wire.send("GET " + path + "%FFXylander HTTP/1.1\n");
      Wire.send("GET " + path + "Xylander%zz HTTP/1.1\n");
    }
    stranger.get("/saml/login?to=/ansokan");
    stranger.post("/saml/acs", "SAMLResponse=Xylander&RelayState=Olofina");
    stranger.post("/saml/acs", "SAMLResponse=%FFXylander&RelayState=%zzOlofina");
    stranger.post("/synpunkter", "text=%FFXylander");
  }

  private static FormData withFile(Exchange page) {
    byte[] pdf = "%PDF-1.7\n%%EOF\n".getBytes(UTF_8);
    return FormData.untouched(Visitor.mainForm(page))
        .with("bilagor", new FormData.Upload(FILE + ".pdf", "application/pdf", pdf))
        .with("_action", "upload");
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.list(TestPortal.running().archive())) {
      return files.filter(f -> f.toString().endsWith(".zip")).toList();
    }
  }

  private boolean isOurs(Path zip) {
    return entries(zip).values().stream().anyMatch(text -> text.contains(number));
  }

  private static Map<String, String> entries(Path zip) {
    Map<String, String> texts = new HashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        texts.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }

  @Test
  void nothing_personal_is_logged() throws IOException {
    Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", ""));
    String logged = Files.readString(log);
    assertThat(logged).as("the log is on").contains("A login at /saml ended well");
    for (List<String> secrets : List.of(WORDS, WHO)) {
      for (String secret : secrets) {
        assertThat(logged.lines().filter(l -> l.contains(secret)).toList()).as(secret).isEmpty();
      }
    }
    assertThat(logged).doesNotContain("SAMLResponse", "_csrf=", "byggsten=");
  }

  @Test
  void what_refuses_a_post_does_not_repeat_it() {
    FormRun run =
        FormRun.of(
            FormYaml.load(PersonalDataTest.class.getClassLoader(), "forms/kolloplats"),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    FormState state =
        run.start(
            Map.of(
                "login.name", new PrefillValue("Sara Öberg", "e-legitimationen", Instant.EPOCH)));
    List<PostedFields> hostile =
        List.of(
            PostedFields.with(CHILD, SUPPORT),
            PostedFields.with("epost", CHILD, "epost", MESSAGE),
            PostedFields.with("namn", CHILD));
    for (PostedFields posted : hostile) {
      for (String page : List.of("bor", "kontakt", "bilagor")) {
        assertSilent(catchThrowable(() -> run.post(state, page, posted)));
      }
    }
    assertSilent(catchThrowable(() -> run.open(state, CHILD)));
    assertSilent(catchThrowable(() -> run.read(CHILD.getBytes(UTF_8))));
    PostReader reader = PostReader.within(new PostLimits(500, 2, 20, 20));
    for (String body :
        List.of("a=%zz" + CHILD, CHILD.repeat(3) + "=1", "a=" + CHILD.repeat(3), "Xylander=%FF")) {
      assertSilent(
          catchThrowable(
              () ->
                  reader.read(
                      "application/x-www-form-urlencoded",
                      new ByteArrayInputStream(body.getBytes(UTF_8)))));
    }
  }

  private static void assertSilent(@Nullable Throwable refused) {
    assertThat(refused).isNotNull();
    for (Throwable at = refused; at != null; at = at.getCause()) {
      assertNone("an exception", String.valueOf(at));
    }
  }

  @Test
  void nothing_personal_is_in_an_address() {
    assertThat(seen).hasSizeGreaterThan(20);
    for (Exchange exchange : seen) {
      if (exchange.method().equals("POST") && exchange.status() >= 400) {
        continue; // Sent wrongly here on purpose.
      }
      String address = URLDecoder.decode(exchange.uri().toString().replace("%zz", ""), UTF_8);
      assertNone("the address " + exchange.summary(), address);
      exchange
          .headers("Location")
          .forEach(l -> assertNone("a redirect", URLDecoder.decode(l, UTF_8)));
      exchange.headers("Set-Cookie").forEach(c -> assertNone("a cookie", c));
    }
  }

  @Test
  void nothing_personal_is_in_the_name_of_a_file() throws IOException {
    Path folder = TestPortal.running().archive().getParent();
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names = files.map(f -> folder.relativize(f).toString()).toList();
      assertThat(names).hasSizeGreaterThan(3);
      names.forEach(name -> assertNone("a file", name));
    }
    entries(archived).keySet().forEach(name -> assertNone("a file of the package", name));
  }

  @Test
  void a_protected_person_is_nowhere_but_in_the_documents() {
    assertThat(seenByStaff).anyMatch(e -> e.uri().getPath().equals("/handlaggare"));
    for (Exchange exchange : seenByStaff) {
      if (exchange.uri().getPath().equals("/handlaggare")) {
        assertThat(textOf(exchange)).contains(number);
        assertNone("the list of staff", rowOf(exchange));
        assertThat(rowOf(exchange)).contains("kyddad");
      }
    }
    String register = new Visitor().get("/diarium?sok=" + number.replace(" ", "+")).text();
    assertThat(register).contains(number);
    assertNone("the register", register);
    for (String name : List.of("%C3%96berg", "198601102380", "Sara", "Xylander")) {
      assertThat(new Visitor().get("/diarium?sok=" + name).text())
          .as("found by " + name)
          .doesNotContain(number);
    }
  }

  /** The row of the case, so that other persons' cases do not count. */
  private String rowOf(Exchange list) {
    return Stream.of(list.text().split("<tr", -1))
        .filter(row -> row.contains(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_protected_person_is_not_in_the_metadata_of_the_package() {
    Map<String, String> files = entries(archived);
    assertThat(files.keySet())
        .anyMatch(name -> name.endsWith("METS.xml"))
        .anyMatch(name -> name.endsWith("metadata/descriptive/information.xml"));
    files.forEach(
        (name, text) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.endsWith("mets.xml") || lower.contains("metadata/descriptive")) {
            assertNone(name, text);
          } else if (lower.contains("premis")) {
            // What a file was called when it came is the archive's to know (PREMIS originalName).
            assertNone(name, text.replace(FILE, ""));
          }
        });
  }

  private static void assertNone(String where, String text) {
    for (List<String> secrets : List.of(WORDS, WHO)) {
      for (String secret : secrets) {
        assertThat(text.contains(secret)).as(secret + " in " + where).isFalse();
      }
    }
  }
}
