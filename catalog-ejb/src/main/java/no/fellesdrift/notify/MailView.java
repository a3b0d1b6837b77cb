package no.fellesdrift.notify;

import java.time.Instant;

/**
 * A mail as an administrator sees it.
 *
 * @param plain the whole text as it is sent, with link and foot
 * @param page where it leads, below the address of the installation
 * @param dueAt when it is tried next, while it waits
 * @param problem what the mail server answered the last time; absent when nothing was wrong
 */
public record MailView(
        long id,
        MailKind kind,
        String recipient,
        String address,
        String language,
        String subject,
        String plain,
        String page,
        MailState state,
        Instant writtenAt,
        Instant dueAt,
        int attempts,
        Instant sentAt,
        String problem) {}
