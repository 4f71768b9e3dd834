/** The workings of the database, the files and the certificates; nobody outside uses them. */
@NullMarked
package se.byggsten.samples.portal.ops.internal;

import org.jspecify.annotations.NullMarked;
