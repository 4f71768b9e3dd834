package se.byggsten.conformance.checks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageValidator;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

/** ARK: the diary, and the archive package that the application gave rise to. */
final class ArchiveChecks {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final String NUMBER =
      "\\b[A-ZÅÄÖ]{2,10}[ -]?(19|20)\\d{2}[-/:]\\d+\\b|\\b(19|20)\\d{2}[-/:]\\d{3,}\\b|\\b[A-ZÅÄÖ]{2,10} \\d+[-/](19|20)\\d{2}\\b";

  private ArchiveChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-ARK-01", ArchiveChecks::registered),
        ObservationCheck.of("SK-ARK-04", ArchiveChecks::valid),
        ObservationCheck.of("SK-ARK-07", ArchiveChecks::checksums));
  }

  private static CheckResult registered(ServiceObservation o, Conclusion c) {
    if (!o.reachedReceipt()) {
      return c.unseen("Kvittensen nåddes inte").conclude();
    }
    Exchange receipt = o.pages(PageRole.RECEIPT).get(0).exchange();
    if (!PageDocument.matches(Sight.read(receipt).text(), NUMBER)) {
      return c.broken(
              receipt, "kvittensen visar inget diarienummer", "Visa diarienumret på kvittensen.")
          .conclude();
    }
    List<Exchange> found = o.probe(Probe.DIARY_SEARCH);
    if (found.isEmpty()) {
      return c.unseen("Det offentliga diariet kunde inte sökas").conclude();
    }
    Exchange page = found.get(0);
    PageDocument document = Sight.read(page);
    c.must(
        PageDocument.matches(document.mainText(), NUMBER),
        page.uri().getPath(),
        "diariet visar inte ärendets diarienummer",
        "Registrera handlingen när den kommer in.");
    c.must(
        showsDay(document.mainText(), o.today()),
        page.uri().getPath(),
        "diariet visar inte att handlingen kom in i dag",
        "Visa datum för när handlingen kom in.");
    c.must(
        document.mainSays("avsändare|från|sökande|inlämnad av|sender"),
        page.uri().getPath(),
        "diariet har ingen uppgift om avsändare, eller om att den är utelämnad",
        "Visa avsändare, eller att uppgiften är utelämnad.");
    c.must(
        document.mainSays(
            "ansökan|ärendet gäller|handlingen gäller|application|"
                + java.util.regex.Pattern.quote(o.manifest().service().name().sv())),
        page.uri().getPath(),
        "diariet säger inte kort vad handlingen gäller",
        "Visa en kort beskrivning utan personuppgifter.");
    c.must(
        !Sight.holdsPersonalNumber(document.text(), o),
        page.uri().getPath(),
        "det offentliga diariet visar ett personnummer",
        "Visa inga personnummer i det offentliga diariet.");
    return c.saw(
            receipt.summary()
                + " med diarienummer; "
                + page.summary()
                + " i det offentliga diariet")
        .conclude();
  }

  static boolean showsDay(String text, LocalDate day) {
    return text.contains(day.toString())
        || text.toLowerCase(Locale.ROOT)
            .contains(
                day.format(
                    DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv"))));
  }

  private static CheckResult valid(ServiceObservation o, Conclusion c) {
    if (o.archived().isEmpty()) {
      return c.unseen("Inget arkivpaket hittades inom väntetiden").conclude();
    }
    Clock noon = Clock.fixed(o.today().atTime(LocalTime.MAX).atZone(SWEDEN).toInstant(), SWEDEN);
    List<Finding> findings =
        PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, noon)
            .validate(o.archived().get().path());
    for (Finding f : findings) {
      if (f.severity() == Severity.ERROR) {
        c.broken("arkivpaket " + f.where(), f.rule() + ": " + f.message(), f.remedy());
      }
    }
    return c.saw(
            "Arkivpaketet prövat mot E-ARK CSIP/SIP 2.1.0: "
                + findings.stream().filter(f -> f.severity() == Severity.ERROR).count()
                + " fel")
        .conclude();
  }

  private static CheckResult checksums(ServiceObservation o, Conclusion c) {
    if (o.archived().isEmpty()) {
      return c.unseen("Inget arkivpaket hittades inom väntetiden").conclude();
    }
    Map<String, byte[]> files = o.archived().get().files();
    Set<String> told = new HashSet<>(Set.of("METS.xml"));
    int right = 0;
    for (Map.Entry<String, byte[]> mets : files.entrySet()) {
      if (!mets.getKey().endsWith("METS.xml")) {
        continue;
      }
      String folder = mets.getKey().substring(0, mets.getKey().length() - "METS.xml".length());
      String xml = new String(mets.getValue(), StandardCharsets.UTF_8);
      for (Element e : Jsoup.parse(xml, "", Parser.xmlParser()).select("[CHECKSUM]")) {
        Element at = e.stream().filter(x -> x.hasAttr("xlink:href")).findFirst().orElse(null);
        if (at == null) {
          continue;
        }
        String name = folder + decode(at.attr("xlink:href"));
        told.add(name);
        byte[] content = files.get(name);
        boolean same =
            content != null
                && e.attr("CHECKSUM").equalsIgnoreCase(digest(e.attr("CHECKSUMTYPE"), content));
        right += same ? 1 : 0;
        c.must(
            same,
            name,
            content == null
                ? "filen " + name + " saknas i paketet"
                : "kontrollsumman för " + name + " stämmer inte",
            "Räkna om kontrollsumman när filen läggs i paketet.");
        c.must(
            !Set.of("MD5", "SHA-1").contains(e.attr("CHECKSUMTYPE")),
            name,
            "kontrollsumman för " + name + " är " + e.attr("CHECKSUMTYPE"),
            "Använd SHA-256 eller starkare.");
      }
    }
    for (String name : files.keySet()) {
      c.must(
          told.contains(name),
          name,
          "filen " + name + " har ingen kontrollsumma i METS",
          "Ta med varje fil i METS.");
    }
    return right == 0
        ? c.unseen("METS har inga kontrollsummor").conclude()
        : c.saw(right + " kontrollsummor omräknade och lika").conclude();
  }

  private static String decode(String href) {
    try {
      return java.net.URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8)
          .replaceFirst("^\\./", "");
    } catch (IllegalArgumentException e) {
      return href;
    }
  }

  private static String digest(String type, byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(type.isEmpty() ? "SHA-256" : type).digest(content));
    } catch (NoSuchAlgorithmException unknown) {
      return "okänd algoritm";
    }
  }
}
