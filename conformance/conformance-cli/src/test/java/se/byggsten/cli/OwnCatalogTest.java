package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormCatalogExtension;

/** A definition that names what somebody else's jar adds. */
class OwnCatalogTest {
  private static final String YAML =
      """
      form: 1
      id: par
      version: 1
      languages: [sv]
      facts: {purpose: "Dela in i par", legal-basis: "GDPR artikel 6.1 e", retention: dispose P1Y}
      pages:
        - id: ett
          fields:
            - {id: antal, type: number, required: true, constraints: [even]}
        - {id: granska, kind: review}
      """;
  private static final String TEXTS =
      """
      form.title=Par
      ett.title=Hur många?
      antal.label=Hur många är med?
      antal.hint=Skriv ett jämnt tal.
      antal.error.Required=Skriv hur många som är med
      antal.error.Number=Skriv antalet med siffror
      antal.error.Digits=Skriv antalet i hela tal
      antal.error.Even=Skriv ett jämnt tal
      granska.title=Kontrollera dina svar
      """;

  @TempDir private Path folder;

  /** Is kept by an even number. */
  @Constraint(validatedBy = Even.Validator.class)
  @Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Even {
    String message() default "{Even.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges. */
    final class Validator implements ConstraintValidator<Even, BigDecimal> {
      @Override
      public boolean isValid(@Nullable BigDecimal number, ConstraintValidatorContext context) {
        return number == null
            || number.remainder(BigDecimal.valueOf(2)).compareTo(BigDecimal.ZERO) == 0;
      }
    }
  }

  /** Adds the constraint. */
  public static final class Pairs implements FormCatalogExtension {
    @Override
    public FormCatalog extend(FormCatalog catalog) {
      return catalog.with(Even.class);
    }
  }

  /** Takes a name that is taken. */
  public static final class Clash implements FormCatalogExtension {
    @Override
    public FormCatalog extend(FormCatalog catalog) {
      return catalog.with(catalog.types().all().get(0));
    }
  }

  private Path form() throws IOException {
    Files.writeString(folder.resolve("par_sv.properties"), TEXTS);
    return Files.writeString(folder.resolve("par.yaml"), YAML);
  }

  private <T> T with(String extension, Supplier<T> work) throws IOException {
    Path file = folder.resolve("META-INF/services/" + FormCatalogExtension.class.getName());
    Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(file, extension + "\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] here = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(here, getClass().getClassLoader())) {
      thread.setContextClassLoader(loader);
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void isUnknownWithoutTheJar() throws IOException {
    Ran lint = Ran.with("form", "lint", form().toString());
    assertThat(lint.exit()).isEqualTo(1);
    assertThat(lint.out()).contains("constraints[1]: must be one of").doesNotContain("even");
  }

  @Test
  void isCheckedFilledInAndCompletedInEditorsWithIt() throws IOException {
    String form = form().toString();
    Ran lint = with(Pairs.class.getName(), () -> Ran.with("form", "lint", form));
    assertThat(lint.out()).isEqualTo("Inget att anmärka på.\n");
    assertThat(lint.exit()).isZero();
    Path odd = Files.writeString(folder.resolve("svar.json"), "{\"antal\": 3}");
    Ran fill = with(Pairs.class.getName(), () -> Ran.with("form", "fill", form, odd.toString()));
    assertThat(fill.exit()).isEqualTo(1);
    assertThat(fill.out()).contains("Skriv ett jämnt tal");
    Path even = Files.writeString(folder.resolve("svar.json"), "{\"antal\": 4}");
    assertThat(
            with(Pairs.class.getName(), () -> Ran.with("form", "fill", form, even.toString()))
                .exit())
        .isZero();
    Ran schema =
        with(Pairs.class.getName(), () -> Ran.with("form", "schema", "--of", "definition"));
    assertThat(schema.out()).contains("\"even\"");
    assertThat(Ran.with("form", "schema", "--of", "definition").out()).doesNotContain("\"even\"");
  }

  @Test
  void isWrongUseWhenItCannotBeUsed() throws IOException {
    String form = form().toString();
    for (String extension : new String[] {"se.exempel.Missing", Clash.class.getName()}) {
      Ran lint = with(extension, () -> Ran.with("form", "lint", form));
      assertThat(lint.exit()).isEqualTo(2);
      assertThat(lint.err()).startsWith("FORM-CATALOG: An extension of the catalogue");
      assertThat(lint.out()).isEmpty();
    }
  }
}
