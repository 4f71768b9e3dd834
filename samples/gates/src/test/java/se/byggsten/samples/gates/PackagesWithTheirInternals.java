package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** A slice is a package together with the package {@code internal} right below it. */
final class PackagesWithTheirInternals implements SliceAssignment {
  @Override
  public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return SliceIdentifier.of(
        name.endsWith(".internal") ? name.substring(0, name.lastIndexOf('.')) : name);
  }

  @Override
  public String getDescription() {
    return "packages with their internals";
  }
}
