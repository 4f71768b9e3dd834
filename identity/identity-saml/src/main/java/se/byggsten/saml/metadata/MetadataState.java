package se.byggsten.saml.metadata;

/** How good the metadata are that a service goes by. */
public enum MetadataState {
  /** The last attempt to fetch them succeeded, and the next is not overdue. */
  FRESH,
  /** They are valid, and could not be fetched anew: a copy from before is used. */
  STALE,
  /** The last good copy has come to the end of its validity: nobody can log in. */
  EXPIRED,
  /** There has been none yet: nobody can log in. */
  NEVER_LOADED
}
