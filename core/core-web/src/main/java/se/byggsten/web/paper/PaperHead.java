package se.byggsten.web.paper;

/**
 * What stands at the head and foot of a form for paper.
 *
 * @param form the name of the form
 * @param authority whose form it is
 * @param edition which form it is and which version, for the foot; may be empty
 * @param office whose part the frame at the top right is, such as: for the municipality to fill in
 * @param received above the room for the stamp of the day that the form arrived
 * @param diary above the room for the number of the case
 * @param applicant above the room for a name on every page but the first, should the sheets part
 */
public record PaperHead(
    String form,
    String authority,
    String edition,
    String office,
    String received,
    String diary,
    String applicant) {}
