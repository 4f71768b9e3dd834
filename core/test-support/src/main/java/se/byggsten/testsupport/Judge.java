package se.byggsten.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * An outside judge, run as a process of its own on its own classpath.
 *
 * <p>The judges are built by {@code samples/judges} in profile {@code judges}. One that is not
 * there or cannot start fails the test: no verdict is never a good one.
 */
public final class Judge {
  private static final long SECONDS = 300;

  private final String name;
  private final String mainClass;
  private final Set<Integer> verdicts;

  private Judge(String name, String mainClass, Set<Integer> verdicts) {
    this.name = name;
    this.mainClass = mainClass;
    this.verdicts = verdicts;
  }

  /**
   * Returns commons-ip, the reference validator of E-ARK packages.
   *
   * @return the judge; its command line stands in its own documentation
   */
  public static Judge commonsIp() {
    return new Judge("commons-ip", "org.roda_project.commons_ip2.cli.Main", Set.of(0));
  }

  /**
   * Returns veraPDF; arguments are flavours such as {@code 2a,ua1} and the files.
   *
   * @return the judge; exits 1 when a file does not comply
   */
  public static Judge veraPdf() {
    return new Judge("verapdf", "se.byggsten.samples.judges.verapdf.Main", Set.of(0, 1));
  }

  /**
   * Returns the E-ARK Schematron; arguments are the folder of judges' files and METS files.
   *
   * @return the judge; a line for each failed rule
   */
  public static Judge schematron() {
    return new Judge("schematron", "se.byggsten.samples.judges.schematron.Main", Set.of(0));
  }

  /**
   * Returns the Nu HTML checker; arguments are options of vnu and files.
   *
   * @return the judge; exits 1 when a page has an error
   */
  public static Judge nuHtml() {
    return new Judge("nu-html", "nu.validator.client.SimpleCommandLineValidator", Set.of(0, 1));
  }

  /**
   * Returns java-saml of OneLogin; arguments are the file of the scene and that of the responses.
   *
   * @return the judge; a line for each response
   */
  public static Judge javaSaml() {
    return new Judge("java-saml", "se.byggsten.samples.judges.javasaml.Main", Set.of(0));
  }

  /**
   * Returns the SAML library of Keycloak; arguments are the file of the scene and that of the
   * responses.
   *
   * @return the judge; a line for each response
   */
  public static Judge keycloakSaml() {
    return new Judge("keycloak-saml", "se.byggsten.samples.judges.keycloaksaml.Main", Set.of(0));
  }

  /**
   * What a judge said.
   *
   * @param exitCode the exit code of its process
   * @param text all that it printed
   */
  public record Verdict(int exitCode, String text) {
    /**
     * Returns the lines that it printed.
     *
     * @return the lines that are not blank
     */
    public List<String> lines() {
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  /**
   * Runs the judge.
   *
   * @param workFolder where it may write
   * @param arguments its arguments
   * @return what it said; the test fails when it gives no verdict
   */
  public Verdict run(Path workFolder, String... arguments) {
    Path home = home();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                home.resolve("classes") + System.getProperty("path.separator") + home + "/judge/*",
                mainClass));
    command.addAll(Arrays.asList(arguments));
    try {
      Path output = Files.createTempFile(workFolder, name, ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(workFolder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Assertions.fail(name + " gave no verdict within " + SECONDS + " s");
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Assertions.assertTrue(
          verdicts.contains(process.exitValue()),
          () -> name + " gave no verdict, exit " + process.exitValue() + ":\n" + text);
      return new Verdict(process.exitValue(), text);
    } catch (IOException e) {
      return Assertions.fail(name + " could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Assertions.fail(name + " was interrupted", e);
    }
  }

  private Path home() {
    Path home = Path.of(System.getProperty("byggsten.root", ""), "samples/judges", name, "target");
    Assertions.assertTrue(
        Files.isDirectory(home.resolve("judge")),
        () -> name + " is not built: run Maven with -Pjudges from the root");
    return home;
  }
}
