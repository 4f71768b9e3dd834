@NullMarked
package se.byggsten.samples.portal.demo;

import org.jspecify.annotations.NullMarked;
