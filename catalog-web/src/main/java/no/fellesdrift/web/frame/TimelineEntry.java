package no.fellesdrift.web.frame;

import java.time.Instant;

/**
 * One step of a history, for {@code fd:timeline}. All but {@code at} and {@code text} may be absent.
 *
 * @param text what happened, in the reader's language
 * @param from the state before, in words
 * @param to the state after, in words
 * @param note what the person wrote
 */
public record TimelineEntry(Instant at, String by, String text, String from, String to, String note) {}
