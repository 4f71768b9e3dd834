package se.byggsten.samples.portal.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.samples.portal.web.LoginPagesOnShow;
import se.byggsten.testsupport.Judge;

/** What the Nu HTML checker says of every page of a login, right and wrong. */
@Tag("judges")
class LoginVerdictTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"sv, Du är utloggad", "en, You are logged out"})
  void no_page_of_the_login_has_an_error_or_a_warning(String language, String loggedOut)
      throws Exception {
    try (LoginPagesOnShow show = LoginPagesOnShow.start()) {
      Map<String, String> pages = show.in(language);
      assertThat(pages).hasSizeGreaterThan(15);
      assertThat(pages.values()).allMatch(page -> page.contains("<html lang=\"" + language + "\""));
      assertThat(pages.get("logged-out")).contains(loggedOut);
      assertThat(pages.get("carrying")).contains("name=\"SAMLRequest\"");
      List<String> arguments = new ArrayList<>();
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Path file = folder.resolve(page.getKey() + ".html");
        arguments.add(Files.writeString(file, page.getValue()).toString());
      }
      Judge.Verdict verdict = Judge.nuHtml().run(folder, arguments.toArray(new String[0]));
      assertThat(verdict.lines()).isEmpty();
      assertThat(verdict.exitCode()).isZero();
    }
  }
}
