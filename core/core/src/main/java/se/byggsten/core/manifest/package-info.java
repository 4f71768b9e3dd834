/** The service manifest {@code byggsten.yaml}: who owns a service, why, and what proves it. */
@NullMarked
package se.byggsten.core.manifest;

import org.jspecify.annotations.NullMarked;
