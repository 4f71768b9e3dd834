package se.byggsten.saml.lint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.time.SwedishTime;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.SchemaProblem;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/**
 * The entity that is judged, in one role, and by what.
 *
 * @param entity its element
 * @param role the role that is judged
 * @param problems what breaks the schema in it
 * @param requirements by what it is judged
 * @param at when
 */
record Subject(
    XmlNode entity,
    EntityRole role,
    List<SchemaProblem> problems,
    SwedenConnectRequirements requirements,
    Instant at) {

  /** The elements that describe the role; a party seldom has more than one. */
  List<XmlNode> descriptors() {
    return entity.children(Names.MD, role.descriptor());
  }

  /** The elements of this name in the role. */
  List<XmlNode> inRole(String name) {
    return descriptors().stream().flatMap(d -> d.children(Names.MD, name).stream()).toList();
  }

  /** The extensions of this name of the role. */
  List<XmlNode> roleExtensions(String namespace, String name) {
    return descriptors().stream().flatMap(d -> d.extensions(namespace, name).stream()).toList();
  }

  /** The attributes of this name that say something about the entity. */
  List<XmlNode> entityAttributes(String name) {
    return entity.extensions(Names.MDATTR, "EntityAttributes").stream()
        .flatMap(group -> group.children(Names.SAML, "Attribute").stream())
        .filter(attribute -> attribute.attribute("Name").filter(name::equals).isPresent())
        .toList();
  }

  /** The values of the attributes of this name. */
  List<XmlNode> values(String name) {
    return entityAttributes(name).stream()
        .flatMap(attribute -> attribute.children(Names.SAML, "AttributeValue").stream())
        .toList();
  }

  /** The categories that the entity declares. */
  Set<String> categories() {
    return values(Names.ENTITY_CATEGORY).stream().map(XmlNode::text).collect(Collectors.toSet());
  }

  /** The categories of a kind that the entity declares; one that nobody knows is left out. */
  List<Identifiers.Category> categories(Identifiers.Kind kind) {
    return categories().stream()
        .sorted()
        .flatMap(uri -> Identifiers.KNOWN.category(uri).stream())
        .filter(category -> category.kind() == kind)
        .toList();
  }

  /** The day in Sweden. */
  LocalDate day() {
    return SwedishTime.day(at);
  }

  int parameter(String id, String name) {
    return requirements.get(RequirementId.of(id)).parameter(name);
  }
}
