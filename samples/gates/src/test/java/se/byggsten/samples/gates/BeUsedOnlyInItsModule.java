package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Modules are told apart by their root package, {@code se.byggsten.X}. */
final class BeUsedOnlyInItsModule extends ArchCondition<JavaClass> {
  static final ArchCondition<JavaClass> RULE = new BeUsedOnlyInItsModule();

  private BeUsedOnlyInItsModule() {
    super("be used only in its module");
  }

  @Override
  public void check(JavaClass internal, ConditionEvents events) {
    for (Dependency use : internal.getDirectDependenciesToSelf()) {
      if (!rootOf(use.getOriginClass()).equals(rootOf(internal))) {
        events.add(SimpleConditionEvent.violated(internal, use.getDescription()));
      }
    }
  }

  private static String rootOf(JavaClass javaClass) {
    String[] parts = javaClass.getPackageName().split("\\.", -1);
    return parts[2].equals("samples") && parts.length > 3 ? "samples." + parts[3] : parts[2];
  }
}
