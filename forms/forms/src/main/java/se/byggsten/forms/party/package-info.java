/** Others than the applicant: co-applicants who approve or fill in, and staff who fills in. */
@NullMarked
package se.byggsten.forms.party;

import org.jspecify.annotations.NullMarked;
