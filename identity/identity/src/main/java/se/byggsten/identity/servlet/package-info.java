/** Adapters of sessions, CSRF protection and security headers to {@code jakarta.servlet} 6. */
@NullMarked
package se.byggsten.identity.servlet;

import org.jspecify.annotations.NullMarked;
