package se.byggsten.testidp.attack.internal;

/** Makes the message of one attack. */
@FunctionalInterface
interface Maker {
  /** Returns the XML. */
  String make(Scene scene);
}
