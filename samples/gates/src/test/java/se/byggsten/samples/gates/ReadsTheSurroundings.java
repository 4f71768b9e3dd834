package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;

/** A call that answers differently from day to day or from machine to machine. */
final class ReadsTheSurroundings {
  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of(
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Instant.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.lang.System.currentTimeMillis",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.Math.random",
          "java.lang.String.getBytes",
          "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase");

  private ReadsTheSurroundings() {}

  static boolean test(JavaAccess<?> call) {
    String name = call.getTargetOwner().getName() + "." + call.getName();
    boolean noArguments =
        call.getTarget()
                instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget unit
            && unit.getRawParameterTypes().equals(List.of());
    return noArguments && WITHOUT_ARGUMENTS.contains(name);
  }
}
