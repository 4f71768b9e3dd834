package se.byggsten.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.CatalogueEntry;
import se.byggsten.conformance.Profile;
import se.byggsten.core.finding.Requirement;

/** Lists the requirements of the catalogue. */
@Command(
    name = "catalogue",
    description = "Lists the requirements of the catalogue.",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class CatalogueCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--profile",
      defaultValue = "all",
      description = "The choice of requirements: corridor, all, ska, coming, bor (default: all).")
  private String profile = "all";

  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  CatalogueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.load();
    Profile chosen = catalogue.profile(profile);
    List<CatalogueEntry> entries =
        catalogue.entries().stream().filter(e -> chosen.requirements().contains(e.id())).toList();
    if (format == Format.JSON) {
      console.json(json(catalogue, chosen, entries));
    } else {
      entries.forEach(
          e ->
              console.say(
                  "%-10s  %-6s  %s"
                      .formatted(e.id(), e.requirement().level(), e.requirement().text())));
      console.note(
          entries.size()
              + " requirements, catalogue "
              + catalogue.version()
              + ", profile "
              + chosen.id());
    }
    return ExitCode.FINE;
  }

  private static Map<String, @Nullable Object> json(
      Catalogue catalogue, Profile profile, List<CatalogueEntry> entries) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", 1);
    root.put("title", catalogue.title());
    root.put("catalogueVersion", catalogue.version());
    root.put("profile", profile.id());
    root.put("requirements", entries.stream().map(CatalogueCommand::entry).toList());
    return root;
  }

  private static Map<String, @Nullable Object> entry(CatalogueEntry entry) {
    Requirement requirement = entry.requirement();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", requirement.id().value());
    json.put("level", requirement.level().name());
    json.put("group", requirement.group());
    json.put("groupTitle", entry.groupTitle());
    json.put("text", requirement.text());
    json.put("source", requirement.source());
    json.put("sourceConfirmed", entry.sourceConfirmed());
    json.put("methods", requirement.methods().stream().map(Enum::name).sorted().toList());
    json.put("how", entry.how());
    return json;
  }
}
