package se.byggsten.conformance.walk;

import se.byggsten.conformance.http.Exchange;

/**
 * A page on the citizen's straight way.
 *
 * @param role what the page is for
 * @param loggedIn whether the citizen was logged in
 * @param own whether it belongs to the service, and not to the login's own site
 * @param exchange the answer
 */
public record ObservedPage(PageRole role, boolean loggedIn, boolean own, Exchange exchange) {}
