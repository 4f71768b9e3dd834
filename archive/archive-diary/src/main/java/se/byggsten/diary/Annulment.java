package se.byggsten.diary;

import java.time.Instant;

/**
 * Why a number in the diary is not used (<i>makulering</i>): it stays, explained.
 *
 * @param reason why, shown to the public and without anything secret
 * @param at when it was annulled
 */
public record Annulment(String reason, Instant at) {}
