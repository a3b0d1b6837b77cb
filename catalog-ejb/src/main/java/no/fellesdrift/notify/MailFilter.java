package no.fellesdrift.notify;

import java.util.Optional;

/** Which mails a list shows. */
public record MailFilter(Optional<MailState> state, Optional<MailKind> kind) {}
