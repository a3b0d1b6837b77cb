package no.fellesdrift.notify;

import java.time.Instant;

/**
 * A mail in a list, without what it says.
 *
 * @param dueAt when it is tried next, while it waits
 * @param problem what the mail server answered the last time; absent when nothing was wrong
 */
public record MailLine(
        long id,
        MailKind kind,
        String recipient,
        String address,
        String language,
        String subject,
        MailState state,
        Instant writtenAt,
        Instant dueAt,
        int attempts,
        Instant sentAt,
        String problem) {}
