package no.fellesdrift.notify;

/** Where a mail is. */
public enum MailState {
    /** To be sent, for the first time or again. */
    WAITING,
    SENT,
    /** Given up; an administrator may have it tried again. */
    NOT_SENT
}
