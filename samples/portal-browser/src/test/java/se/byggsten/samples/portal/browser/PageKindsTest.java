package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.samples.portal.kollo.FormPages;
import se.byggsten.samples.portal.web.Answers;
import se.byggsten.samples.portal.web.FakeClamd;
import se.byggsten.samples.portal.web.TestPortal;
import se.byggsten.samples.portal.web.Visitor;
import se.byggsten.web.WebAssets;
import se.byggsten.web.design.Theme;

/**
 * The kinds of pages that the walk of {@link PortalBrowserTest} does not come past, inspected and
 * pictured at the widths of a desktop and a phone.
 */
@Tag("browser")
class PageKindsTest {
  private static final Pattern LINK = Pattern.compile("/medsokande/([0-9a-f-]{29})");

  @TempDir Path files;

  private static Map<String, String> withOther() {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("antalVardnadshavare", "tva");
    answers.put("andraNamn", "Erik Lindström");
    answers.put("andraPersonnummer", "19830301-2390");
    answers.put("andraSkyddad", "no");
    answers.put("andraTelefon", "070-174 06 07");
    answers.put("andraBor", "annan");
    answers.put("andraAdress-street", "Lillgatan 3");
    answers.put("andraAdress-postal-code", "123 45");
    answers.put("andraAdress-city", "Eksta");
    answers.put("delaFaktura", "yes");
    return answers;
  }

  private static Exchange walk(Visitor visitor, Exchange from, Map<String, String> answers) {
    Exchange page = from;
    for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = visitor.submit(page, answers);
    }
    assertThat(page.uri().getPath()).as(Visitor.textOf(page)).endsWith("/granska");
    return page;
  }

  private static void logIn(Window window, String person, String first) {
    window.go(first);
    window.login(person, "ok");
    window.handOver();
  }

  @Test
  void the_service_without_login() throws IOException {
    Path picture = files.resolve("gunga.png");
    Files.write(picture, Pictures.small());
    Path lying = Files.writeString(files.resolve("ljuger.png"), "This is no picture.");
    try (Window window = Window.open(true)) {
      window.go("/felanmalan");
      window.look("60-felanmalan-start");
      window.next();
      window.look("61-felanmalan-vad");
      window.next();
      window.look("61-felanmalan-vad-fel");
      window.choose("galler", "fel");
      window.choose("anlaggning", "lekplats");
      window.next();
      window.look("62-felanmalan-beskriv");
      window.choose("farligt", "no");
      window.type("beskrivning", "Gungans kedja har gått av.");
      window.next();
      window.look("63-felanmalan-plats");
      window.type("platsNamn", "Stadsparkens lekplats");
      window.type("koordinater-north", "12");
      window.next();
      window.look("63-felanmalan-plats-fel");
      window.type("koordinater-north", "59,3293");
      window.type("koordinater-east", "18,0686");
      window.next();
      window.look("64-felanmalan-bild");
      window.browser().upload("[name=bilder]", lying);
      window.browser().follow("main form button[value=upload]");
      window.look("64-felanmalan-bild-fel");
      window.browser().upload("[name=bilder]", picture);
      await()
          .untilAsserted(
              () -> assertThat(window.browser().count(".byggsten-chosen canvas")).isOne());
      assertThat(window.browser().text(".byggsten-chosen").orElse("")).contains("gunga.png (1");
      window.look("64-felanmalan-bild-vald");
      window.browser().follow("main form button[value=upload]");
      window.look("64-felanmalan-bild-skickad");
      window.browser().follow("main button[value=save]");
      window.look("65-felanmalan-kod");
      window.go("/felanmalan/epost");
      window.look("65-felanmalan-epost");
      window.send("/epost");
      window.look("65-felanmalan-epost-fel");
      window.type("epost", "kim@eksta.example");
      window.send("/epost");
      window.look("65-felanmalan-epost-lamnad");
      window.browser().follow("main a.govuk-button--start");
      window.next();
      assertThat(window.browser().count(".byggsten-no-script")).isPositive();
      window.choose("vill", "yes");
      window.look("66-felanmalan-kontakt");
      window.next();
      window.look("66-felanmalan-kontakt-fel");
      window.type("epost", "kim@eksta.example");
      window.next();
      window.look("67-felanmalan-granska");
      window.next();
      window.look("68-felanmalan-kvittens");
      window.browser().follow("main form[action$='/avsluta'] button");
      window.go("/felanmalan/fortsatt");
      window.look("69-felanmalan-fortsatt");
      window.type("kod", "7K3M-29XR-H4TD-WP6V-CN8");
      window.send("/fortsatt");
      window.look("69-felanmalan-fortsatt-fel");
      window.go("/felanmalan/ny-kod");
      window.look("69-felanmalan-ny-kod");
      window.type("epost", "kim@eksta.example");
      window.send("/ny-kod");
      window.look("69-felanmalan-ny-kod-skickad");
      window.assertNothingWrong();
    }
  }

  @Test
  void rows_within_rows_an_exit_and_a_file_of_ones_own() {
    try (TestPortal portal = TestPortal.start(Clock.systemUTC(), config -> config);
        Window window = Window.on(portal.url())) {
      Visitor anna = Visitor.loggedIn(portal, "anna");
      anna.fillIn();
      Map<String, String> allergic = new HashMap<>(Answers.complete());
      allergic.put("harAllergi", "yes");
      Exchange list = anna.submit(anna.get("/ansokan/barnets-allergi/1"), allergic);
      assertThat(list.uri().getPath()).contains("allerg");
      logIn(window, "anna", "/ansokan");
      window.go("/ansokan/barnen");
      window.look("70-barnen");
      window.go("/ansokan/barnen?_remove=1");
      window.look("70-barnen-ta-bort");
      window.go("/ansokan/barnets-allergier/1");
      window.look("71-allergier");
      window.browser().follow("main form button[value=add]");
      window.look("72-allergin");
      window.next();
      window.look("72-allergin-fel");
      window.go("/ansokan/fil");
      window.look("73-fil");
      window.browser().follow("main form[action$='/spara'] button");
      window.look("73-fil-fel");
      window.go("/ansokan/bor");
      window.choose("borIEksta", "no");
      window.next();
      window.look("74-stopp");
      window.go("/ansokan/bor");
      window.choose("borIEksta", "yes");
      window.next();
      window.assertNothingWrong();
    }
  }

  @Test
  void co_applicants_who_fill_in_and_approve_in_time_and_too_late() {
    Visitor sara = Visitor.loggedIn("skyddad");
    sara.fillInAfresh();
    Map<String, String> answers = withOther();
    Exchange review = walk(sara, sara.submit(sara.get("/ansokan/vardnad"), answers), answers);
    Exchange waits = sara.submit(review, Map.of());
    Matcher links = LINK.matcher(waits.text());
    assertThat(links.find()).isTrue();
    String approval = links.group();
    assertThat(links.find()).isTrue();
    String part = links.group();
    try (Window applicant = Window.open(true);
        Window other = Window.open(true)) {
      logIn(applicant, "skyddad", "/ansokan/medsokande");
      applicant.go("/ansokan/medsokande");
      applicant.look("80-medsokande");
      logIn(other, "erik", part);
      other.go(part);
      other.look("81-min-del");
      other.browser().follow("main a.govuk-button--start");
      other.look("82-min-del-fraga");
      other.next();
      other.look("82-min-del-fraga-fel");
      other.choose("betalarHalva", "yes");
      other.type("fakturaEpost", "erik@eksta.example");
      other.next();
      other.look("83-min-del-ifylld");
      other.go(approval);
      other.look("84-godkann");
      other.browser().follow("main form button");
      other.look("85-godkand");
      sara.submit(sara.get("/ansokan/kontakt"), with(answers, "telefon", "070-174 06 99"));
      other.go(approval);
      other.look("86-godkann-igen");
      applicant.go("/ansokan/medsokande");
      applicant.look("87-medsokande-andrat");
      applicant.browser().follow("main form button");
      applicant.look("88-kvittens-utan-att-vanta");
      other.go(approval);
      other.look("89-godkann-i-efterhand");
      other.browser().follow("main form button");
      other.look("89-godkand-i-efterhand");
      other.go(part);
      other.look("89-min-del-i-efterhand");
      applicant.assertNothingWrong();
      other.assertNothingWrong();
    }
  }

  private static Map<String, String> with(Map<String, String> answers, String name, String value) {
    Map<String, String> changed = new HashMap<>(answers);
    changed.put(name, value);
    return changed;
  }

  @Test
  void sent_answers_are_changed_and_staff_sees_what() {
    Visitor fatima = Visitor.loggedIn("fatima");
    fatima.fillInAfresh();
    String id = Visitor.idOf(fatima.apply());
    Visitor karin = Visitor.caseHandler();
    String page = "/handlaggare/" + id;
    karin.submitTo(karin.get(page), "/oppna", Map.of());
    Map<String, String> request =
        Map.of(
            "begaran", "Vilken adress gäller?",
            "senast-year", "2099",
            "senast-month", "1",
            "senast-day", "15");
    karin.submitTo(karin.get(page), "/komplettering", request);
    try (Window citizen = Window.open(true);
        Window office = Window.open(true)) {
      logIn(citizen, "fatima", "/mina-arenden");
      citizen.go("/mina-arenden/" + id);
      citizen.look("90-arende-vantar-pa-dig");
      citizen.browser().follow("main a[href$='/andra']");
      citizen.look("91-andra-granska");
      citizen.go("/mina-arenden/" + id + "/andra/kontakt");
      citizen.type("adress-street", "Nygatan 3");
      citizen.look("92-andra-kontakt");
      citizen.next();
      citizen.go("/mina-arenden/" + id + "/andra/granska");
      citizen.next();
      assertThat(citizen.path()).isEqualTo("/mina-arenden/" + id);
      citizen.look("93-arende-andrat");
      logIn(office, "handlaggare1", "/handlaggare");
      office.go(page);
      office.look("94-handlaggare-andrat");
      office.go("/handlaggare/ombud");
      office.look("95-ombud");
      office.browser().follow("main form button");
      office.look("95-ombud-fel");
      citizen.assertNothingWrong();
      office.assertNothingWrong();
    }
  }

  @Test
  void a_file_that_waits_for_its_scan_and_one_that_is_withheld() throws IOException {
    FakeClamd clamd = new FakeClamd();
    try (clamd;
        TestPortal portal =
            TestPortal.start(Clock.systemUTC(), config -> config.clamd(clamd.address()))) {
      clamd.goesDown();
      Visitor anna = Visitor.loggedIn(portal, "anna");
      anna.fillIn();
      Exchange page = anna.get("/ansokan/bilagor");
      byte[] pdf =
          "%PDF-1.7\nfarligt\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      FormData data =
          FormData.untouched(Visitor.mainForm(page))
              .with("bilagor", new FormData.Upload("intyg.pdf", "application/pdf", pdf));
      anna.submit(page, data.with("_action", "upload"));
      try (Window citizen = Window.on(portal.url());
          Window office = Window.on(portal.url())) {
        logIn(citizen, "anna", "/ansokan");
        citizen.go("/ansokan/bilagor");
        citizen.look("96-bilagor-vantar");
        String id = Visitor.idOf(anna.apply());
        logIn(office, "handlaggare1", "/handlaggare");
        office.go("/handlaggare/" + id);
        office.look("97-handlaggare-vantar");
        Visitor karin = Visitor.caseHandler(portal);
        Matcher file =
            Pattern.compile("href=\"(/[^\"]+)\"[^>]*>[^<]*intyg\\.pdf")
                .matcher(karin.get("/handlaggare/" + id).text());
        assertThat(file.find()).isTrue();
        office.go(file.group(1));
        office.look("98-inte-kontrollerad");
        clamd.comesUp();
        karin.get(file.group(1));
        office.go("/handlaggare/" + id);
        office.look("99-handlaggare-skadlig");
        office.go(file.group(1));
        office.look("99-skadlig");
        citizen.assertNothingWrong();
        office.assertNothingWrong();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yi", "sv"})
  void from_right_to_left_and_in_the_look_of_a_municipality(String language) throws IOException {
    boolean themed = language.equals("sv");
    WebAssets assets =
        themed
            ? WebAssets.of(
                Theme.of(
                    Map.of(
                        "brand",
                        "#7a1f3d",
                        "background",
                        "#f6f1ea",
                        "font",
                        "Georgia",
                        "radius",
                        "2")))
            : WebAssets.standard();
    Map<String, String> pages = FormPages.in(language, assets);
    try (DrawnPages drawn = DrawnPages.of(pages, assets);
        Window window = Window.on(drawn.url())) {
      for (String state :
          List.of(
              "empty start",
              "errors kontakt",
              "filled barnets-kollo/1",
              "removing barnen",
              "errors barnets-allergi/1",
              "empty inkomst",
              "empty bilagor",
              "exit stopp",
              "review",
              "receipt",
              "changes")) {
        window.go(drawn.path(language + " " + state));
        window.look((themed ? "tema " : "yi ").concat(state).replaceAll("[ /]+", "-"));
      }
      window.assertNothingWrong();
    }
  }
}
