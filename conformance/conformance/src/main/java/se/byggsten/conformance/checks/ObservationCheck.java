package se.byggsten.conformance.checks;

import java.util.function.BiFunction;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.RequirementId;

/** A check that is a function of what was seen. */
record ObservationCheck(
    RequirementId requirement, BiFunction<ServiceObservation, Conclusion, CheckResult> code)
    implements Check<ServiceObservation> {

  static ObservationCheck of(
      String id, BiFunction<ServiceObservation, Conclusion, CheckResult> code) {
    return new ObservationCheck(RequirementId.of(id), code);
  }

  @Override
  public CheckResult run(ServiceObservation subject) {
    return code.apply(subject, new Conclusion(requirement.value()));
  }
}
