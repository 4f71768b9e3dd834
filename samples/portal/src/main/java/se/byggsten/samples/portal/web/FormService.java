package se.byggsten.samples.portal.web;

import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.run.FormRun;

/**
 * One of the portal's e-services: a form, and what its cases are.
 *
 * @param run the form
 * @param id the id of the e-service
 * @param title what a case of it is called
 * @param retention what the information plan says of its cases
 * @param nameField the field with the sender's own word for who they are, where nobody logs in;
 *     empty when there is none
 */
record FormService(
    FormRun run, String id, String title, RetentionRule retention, String nameField) {
  /** The service of the manifest. */
  static FormService of(EServiceManifest manifest, FormRun run) {
    String name = manifest.service().name().sv();
    return new FormService(run, manifest.service().id(), name, Eksta.retention(manifest), "");
  }

  /** A service of the same authority that is open to anybody, by what its form says. */
  static FormService open(EServiceManifest manifest, FormRun run, String nameField) {
    FormDefinition form = run.form();
    String title = form.texts().find(form.languages().get(0), "form.title").orElse(form.id());
    String plan = manifest.retention().plan().orElse(manifest.service().id());
    RetentionRule retention =
        new RetentionRule(form.classification(), form.facts().disposeAfter(), plan);
    return new FormService(run, form.id(), title, retention, nameField);
  }
}
