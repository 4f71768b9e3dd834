package se.byggsten.saml.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.saml.lint.internal.MetadataHandler;
import se.byggsten.saml.lint.internal.MetadataXml;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.SchemaProblem;
import se.byggsten.saml.lint.internal.XmlNode;

/**
 * Judges SAML metadata by the requirements of Sweden Connect.
 *
 * <p>It takes the metadata of one entity or of a whole federation, and answers with a conclusion on
 * each requirement of the role, with place and remedy. It fetches nothing: neither logos nor
 * schemas. Whether a signature is genuine is not judged here, only its form.
 *
 * <pre>{@code
 * MetadataLintReport report =
 *     MetadataLint.of(SwedenConnectRequirements.version("1.9"), EntityRole.SP)
 *         .inLanguage("en")
 *         .check("sp.xml", bytes, clock.instant());
 * report.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>Immutable; may be used by many threads at once.
 */
public final class MetadataLint {
  private static final List<LintRules> RULES =
      List.of(
          new StructureRules(),
          new OrganisationRules(),
          new DisplayRules(),
          new KeyRules(),
          new AlgorithmRules(),
          new CategoryRules(),
          new RequestedAttributeRules(),
          new NameFormatRules(),
          new EndpointRules(),
          new HolderOfKeyRules(),
          new SignatureFormRules(),
          new ValidityRules(),
          new LevelRules(),
          new ScopeRules());

  private final SwedenConnectRequirements requirements;
  private final EntityRole role;
  private final LintTexts texts;

  private MetadataLint(SwedenConnectRequirements requirements, EntityRole role, LintTexts texts) {
    this.requirements = requirements;
    this.role = role;
    this.texts = texts;
  }

  /**
   * Returns a lint that speaks Swedish.
   *
   * @param requirements by what to judge
   * @param role the role to judge
   * @return the lint
   */
  public static MetadataLint of(SwedenConnectRequirements requirements, EntityRole role) {
    return new MetadataLint(requirements, role, LintTexts.in("sv"));
  }

  /**
   * Returns a lint that speaks another language.
   *
   * @param language {@code sv} or {@code en}
   * @return the lint
   * @throws IllegalArgumentException for any other language
   */
  public MetadataLint inLanguage(String language) {
    return new MetadataLint(requirements, role, LintTexts.in(language));
  }

  /**
   * Judges metadata.
   *
   * @param resource the name of the file or address, for places
   * @param metadata the XML: UTF-8, at most 64 MB, 10 000 entities and 50 000 elements in each
   * @param at when it is judged: validity and the contracts in force depend on it
   * @return the report; XML that cannot be read is a finding in it
   */
  public MetadataLintReport check(String resource, byte[] metadata, Instant at) {
    List<EntityResults> entities = new ArrayList<>();
    MetadataHandler handler =
        new MetadataHandler(
            (entity, problems) -> {
              Subject subject = new Subject(entity, role, problems, requirements, at);
              if (!subject.descriptors().isEmpty()) {
                entities.add(judge(resource, subject));
              }
            });
    Optional<SchemaProblem> unreadable = MetadataXml.read(metadata, handler);
    Conclusions ofDocument = new Conclusions(resource, texts, requirements);
    unreadable.ifPresent(problem -> ofDocument.broken(StructureRules.ID, problem));
    Set<String> ids = Set.of(StructureRules.ID);
    XmlNode root = handler.root();
    if (unreadable.isEmpty() && root != null) {
      ids = document(ofDocument, root, handler.ofDocument(), entities.isEmpty(), at);
    }
    // What comes before the fault may mislead: half a federation is not the federation.
    return new MetadataLintReport(
        requirements.version(),
        role,
        ofDocument.conclude(ids),
        unreadable.isPresent() ? List.of() : entities);
  }

  /**
   * Tells which roles the entities of metadata have.
   *
   * @param metadata the XML
   * @return the roles; empty when it cannot be read
   */
  public static Set<EntityRole> rolesIn(byte[] metadata) {
    Set<EntityRole> roles = EnumSet.noneOf(EntityRole.class);
    MetadataHandler handler =
        new MetadataHandler(
            (entity, problems) -> {
              for (EntityRole role : EntityRole.values()) {
                if (entity.child(Names.MD, role.descriptor()).isPresent()) {
                  roles.add(role);
                }
              }
            });
    boolean readable = MetadataXml.read(metadata, handler).isEmpty();
    return readable ? Set.copyOf(roles) : Set.of();
  }

  private EntityResults judge(String resource, Subject subject) {
    Conclusions conclusions = new Conclusions(resource, texts, requirements);
    RULES.forEach(rules -> rules.judge(subject, conclusions));
    return new EntityResults(
        XmlNode.cut(subject.entity().attribute("entityID").orElse("")),
        subject.entity().where(resource),
        conclusions.conclude(role));
  }

  /** Judges what is outside the entities, and answers with the requirements that were judged. */
  private Set<String> document(
      Conclusions conclusions,
      XmlNode root,
      List<SchemaProblem> problems,
      boolean empty,
      Instant at) {
    boolean federation = root.is(Names.MD, "EntitiesDescriptor");
    boolean entity = root.is(Names.MD, "EntityDescriptor");
    if (!federation && !entity) {
      conclusions.broken(StructureRules.ID, root, "ROOT-WRONG", root.shown());
      return Set.of(StructureRules.ID);
    }
    problems.forEach(problem -> conclusions.broken(StructureRules.ID, problem));
    if (empty) {
      conclusions.broken(StructureRules.ID, root, "ROLE-MISSING", role.descriptor());
    }
    conclusions.judged(StructureRules.ID, "evidence.readable");
    if (!federation) {
      return Set.of(StructureRules.ID);
    }
    SignatureFormRules.judge(root, conclusions);
    ValidityRules.judge(List.of(root), at, conclusions);
    return Set.of(StructureRules.ID, SignatureFormRules.ID, ValidityRules.ID);
  }

  @Override
  public String toString() {
    return "MetadataLint[" + requirements.version() + ", " + role + "]";
  }
}
