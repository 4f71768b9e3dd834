package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** A slice is a package together with what is internal to it. */
final class PackagesWithTheirInternals implements SliceAssignment {
  @Override
  public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    int internal = name.indexOf(".internal");
    return SliceIdentifier.of(internal < 0 ? name : name.substring(0, internal));
  }

  @Override
  public String getDescription() {
    return "packages with their internals";
  }
}
