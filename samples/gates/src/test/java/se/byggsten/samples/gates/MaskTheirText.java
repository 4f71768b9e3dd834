package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The type writes its own toString; a record that does not has one without any call in it. */
final class MaskTheirText extends ArchCondition<JavaClass> {
  static final ArchCondition<JavaClass> RULE = new MaskTheirText();

  private MaskTheirText() {
    super("override toString");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean written =
        type.tryGetMethod("toString")
            .map(
                m ->
                    m.getCallsFromSelf().stream()
                        .noneMatch(c -> c.getTargetOwner().getName().contains("ObjectMethods")))
            .orElse(false);
    boolean generated =
        type.isRecord()
            && type.tryGetMethod("toString")
                .map(m -> m.getAccessesFromSelf().isEmpty())
                .orElse(true);
    if (!written || generated) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " prints what it holds"));
    }
  }
}
