@NullMarked
package se.byggsten.conformance.service;

import org.jspecify.annotations.NullMarked;
