package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/** Public and protected members show only types of the JDK, of Jakarta and of our own API. */
final class HaveSignaturesOfOurOwn extends ArchCondition<JavaClass> {
  static final ArchCondition<JavaClass> RULE = new HaveSignaturesOfOurOwn();

  private HaveSignaturesOfOurOwn() {
    super("show only types of the JDK, of Jakarta and of our own API");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (isShown(unit.getModifiers())) {
        Set<JavaClass> shown = new HashSet<>(unit.getReturnType().getAllInvolvedRawTypes());
        unit.getParameterTypes().forEach(p -> shown.addAll(p.getAllInvolvedRawTypes()));
        shown.addAll(unit.getExceptionTypes());
        report(unit.getFullName(), type, shown, events);
      }
    }
    for (JavaField field : type.getFields()) {
      if (isShown(field.getModifiers())) {
        report(field.getFullName(), type, field.getType().getAllInvolvedRawTypes(), events);
      }
    }
    Set<JavaClass> parents = new HashSet<>(type.getRawInterfaces());
    type.getRawSuperclass().ifPresent(parents::add);
    report(type.getFullName(), type, parents, events);
  }

  private static boolean isShown(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  private static void report(
      String where, JavaClass owner, Set<JavaClass> shown, ConditionEvents events) {
    for (JavaClass raw : shown) {
      JavaClass type = raw.getBaseComponentType();
      String name = type.getPackageName();
      boolean ours = name.startsWith("se.byggsten") && !name.contains(".internal");
      boolean platform =
          name.isEmpty()
              || name.startsWith("java.")
              || name.startsWith("javax.sql")
              || name.startsWith("javax.net")
              || name.startsWith("javax.security")
              || name.startsWith("jakarta.validation");
      boolean servlet =
          name.startsWith("jakarta.servlet") && owner.getPackageName().contains(".servlet");
      if (!ours && !platform && !servlet) {
        events.add(SimpleConditionEvent.violated(owner, where + " shows " + type.getName()));
      }
    }
  }
}
