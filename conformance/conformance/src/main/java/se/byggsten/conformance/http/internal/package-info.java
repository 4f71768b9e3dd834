/** How the browser reads pages, keeps cookies and opens connections. */
@NullMarked
package se.byggsten.conformance.http.internal;

import org.jspecify.annotations.NullMarked;
