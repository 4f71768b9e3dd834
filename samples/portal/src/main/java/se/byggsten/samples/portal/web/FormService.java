package se.byggsten.samples.portal.web;

import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.run.FormRun;

/**
 * One of the portal's e-services: a form, and what its cases are. How long they are kept, their
 * classification and what is said of the information in them is for the form to say.
 *
 * @param run the form
 * @param id the id of the e-service
 * @param title what a case of it is called
 * @param plan the information plan that the form follows
 * @param nameField the field with the sender's own word for who they are, where nobody logs in;
 *     empty when there is none
 */
record FormService(FormRun run, String id, String title, String plan, String nameField) {
  /** Checks at the start what would else stop the first who sends something in. */
  FormService {
    if (run.form().classification().isEmpty()) {
      throw new FormException(
          FormException.DEFINITION, "Give the form " + run.form().id() + " a classification");
    }
  }

  /** The service of the manifest. */
  static FormService of(EServiceManifest manifest, FormRun run) {
    String name = manifest.service().name().sv();
    return new FormService(run, manifest.service().id(), name, plan(manifest), "");
  }

  /** A service of the same authority that is open to anybody, by what its form says. */
  static FormService open(EServiceManifest manifest, FormRun run, String nameField) {
    FormDefinition form = run.form();
    String title = form.texts().find(form.languages().get(0), "form.title").orElse(form.id());
    return new FormService(run, form.id(), title, plan(manifest), nameField);
  }

  private static String plan(EServiceManifest manifest) {
    return manifest.retention().plan().orElse(manifest.service().id());
  }
}
