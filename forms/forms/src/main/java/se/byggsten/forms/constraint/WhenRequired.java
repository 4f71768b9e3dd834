package se.byggsten.forms.constraint;

/** The group of constraints that count only when a field's condition for being required holds. */
public interface WhenRequired {}
