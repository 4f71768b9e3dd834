package se.byggsten.saml.lint.internal;

import org.xml.sax.SAXException;

/** The text is no XML that may be read. */
final class MetadataXmlException extends SAXException {
  private static final long serialVersionUID = 1L;

  private final transient SchemaProblem problem;

  MetadataXmlException(SchemaProblem problem) {
    super(problem.code());
    this.problem = problem;
  }

  SchemaProblem problem() {
    return problem;
  }
}
