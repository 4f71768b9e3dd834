/** Parsers of file formats and the connection to clamd. */
@NullMarked
package se.byggsten.upload.internal;

import org.jspecify.annotations.NullMarked;
