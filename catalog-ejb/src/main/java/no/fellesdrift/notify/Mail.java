package no.fellesdrift.notify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.fellesdrift.kernel.Rejection;

/** One e-mail to one person: what it says, and what became of it. */
@Entity
@Table(name = "mail")
public class Mail {

    /** After the first failure, the second …; one more, and it is given up: within three days. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(36));

    /** News that has waited so long is none. */
    private static final Duration STALE = Duration.ofDays(3);

    private static final int LONGEST_PROBLEM = 400;

    @Id
    @SequenceGenerator(name = "mail_seq", sequenceName = "mail_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_seq")
    private Long id;

    @Version
    private int version;

    @Column
    @Enumerated(EnumType.STRING)
    private MailKind kind;

    @Column
    private String recipient;

    @Column
    private String address;

    @Column
    private String language;

    @Column
    private String subject;

    @Column
    private String text;

    @Column
    private String page;

    @Column
    @Enumerated(EnumType.STRING)
    private MailState state;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column
    private int attempts;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column
    private String problem;

    protected Mail() {}

    /** @param facts for the sentences; dates and months are written in the receiver's language */
    Mail(MailKind kind, Receiver to, String page, Instant at, Object... facts) {
        this.kind = kind;
        recipient = to.person();
        address = to.address();
        language = to.language();
        subject = Letters.subject(kind, language, facts);
        text = Letters.text(kind, language, facts);
        this.page = page;
        state = MailState.WAITING;
        writtenAt = at;
        dueAt = at;
    }

    void sent(Instant at) {
        state = MailState.SENT;
        sentAt = at;
        attempts++;
        problem = null;
    }

    /** Tried again after a pause that grows, until it is given up. */
    void failed(String why, Instant at) {
        attempts++;
        told(why);
        if (attempts > PAUSES.size()) {
            state = MailState.NOT_SENT;
        } else {
            dueAt = at.plus(PAUSES.get(attempts - 1));
        }
    }

    /** The receiver's address is refused for good. */
    void refused(String why) {
        attempts++;
        told(why);
        state = MailState.NOT_SENT;
    }

    boolean isStale(Instant now) {
        return attempts == 0 && writtenAt.plus(STALE).isBefore(now);
    }

    void tooLate() {
        state = MailState.NOT_SENT;
    }

    /** By an administrator. @throws Rejection NOT_GIVEN_UP */
    void again(Instant at) {
        if (state != MailState.NOT_SENT) {
            throw new Rejection(MailReason.NOT_GIVEN_UP);
        }
        state = MailState.WAITING;
        writtenAt = at;
        dueAt = at;
        attempts = 0;
        problem = null;
    }

    private void told(String why) {
        problem = why.length() <= LONGEST_PROBLEM ? why : why.substring(0, LONGEST_PROBLEM);
    }

    String recipient() {
        return recipient;
    }

    String address() {
        return address;
    }

    String language() {
        return language;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    String page() {
        return page;
    }

    long id() {
        return id;
    }

    MailState state() {
        return state;
    }

    MailView view(String site) {
        return new MailView(
                id,
                kind,
                recipient,
                address,
                language,
                subject,
                Letters.plain(this, site),
                page,
                state,
                writtenAt,
                dueAt,
                attempts,
                sentAt,
                problem);
    }
}
