package se.byggsten.forms.render;

import java.util.List;
import se.byggsten.forms.PageDefinition;

/**
 * A page with its texts in one language and its fields.
 *
 * @param page the definition
 * @param title the heading
 * @param intro text under the heading; may be empty
 * @param fields the fields that are shown or lie under an option, in order
 */
public record PageNode(PageDefinition page, String title, String intro, List<FieldNode> fields) {}
