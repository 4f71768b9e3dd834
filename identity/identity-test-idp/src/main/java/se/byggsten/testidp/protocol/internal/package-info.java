/** Keys, requests and answers in XML, read and written without OpenSAML. */
@NullMarked
package se.byggsten.testidp.protocol.internal;

import org.jspecify.annotations.NullMarked;
