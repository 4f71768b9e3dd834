package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class is final, a record, an enum or sealed. */
final class BeFinalOrSealed extends ArchCondition<JavaClass> {
  static final ArchCondition<JavaClass> RULE = new BeFinalOrSealed();

  private BeFinalOrSealed() {
    super("be final, a record, an enum or sealed");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean closed =
        type.getModifiers().contains(JavaModifier.FINAL)
            || type.isEnum()
            || type.isAnnotation()
            || type.reflect().isSealed();
    if (!closed) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " is open"));
    }
  }
}
