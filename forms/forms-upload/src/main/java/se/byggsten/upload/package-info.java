/**
 * Protects uploads: files are known by their content, pictures lose their hidden data, and clamd
 * scans for viruses.
 */
@NullMarked
package se.byggsten.upload;

import org.jspecify.annotations.NullMarked;
