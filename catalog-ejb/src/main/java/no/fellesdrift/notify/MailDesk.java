package no.fellesdrift.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** E-mail: sending what is due, what an administrator sees of it, and what each person wants to be told. */
@Stateless
public class MailDesk {

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    Mails mails;

    @Inject
    MailLists lists;

    @Inject
    Postbox postbox;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    // ---------------------------------------------------------------- for an administrator

    /** Newest first. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Paged<MailLine> list(MailFilter filter, PageRequest page) {
        return lists.page(filter, page);
    }

    /** The whole list, one by one. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void forEach(MailFilter filter, List<String> sort, Consumer<MailLine> each) {
        lists.forEach(filter, sort, each);
    }

    /** @throws Rejection NOT_FOUND */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public MailView mail(long id) {
        return get(id).view(postbox.site());
    }

    /** Whether anything is sent, and why not. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Postbox.Status status() {
        return postbox.status();
    }

    /** How many have been given up. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public long notSent() {
        return mails.count(MailState.NOT_SENT);
    }

    /** Has one that was given up tried again. @throws Rejection NOT_FOUND, NOT_GIVEN_UP */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void again(long id) {
        Mail mail = get(id);
        mail.again(clock.instant());
        happened.fire(new Happened(
                "notify.again",
                "Mail",
                String.valueOf(id),
                null,
                MailState.NOT_SENT.name(),
                mail.state().name(),
                null));
    }

    private Mail get(long id) {
        return mails.find(id).orElseThrow(() -> new Rejection(MailReason.NOT_FOUND, id));
    }

    // ---------------------------------------------------------------- for oneself

    /** What the caller may be told by e-mail. */
    @RolesAllowed(Roles.USER)
    public List<MailKind> ownKinds() {
        return MailKind.of(caller.get());
    }

    /** What the caller wants to be told: all that there is but what was switched off. */
    @RolesAllowed(Roles.USER)
    public Set<MailKind> wanted() {
        Set<MailKind> wanted = EnumSet.noneOf(MailKind.class);
        wanted.addAll(ownKinds());
        wanted.removeAll(mails.off(caller.get().id()));
        return wanted;
    }

    /** From now on the caller is told these, and nothing else. */
    @RolesAllowed(Roles.USER)
    public void want(Collection<MailKind> wanted) {
        Set<MailKind> off = EnumSet.noneOf(MailKind.class);
        off.addAll(ownKinds());
        off.removeAll(wanted);
        String before = told(wanted());
        mails.off(caller.get().id(), off);
        happened.fire(new Happened(
                "notify.want", "Person", caller.get().id(), caller.get().organisation(), before, told(wanted()), null));
    }

    private static String told(Set<MailKind> kinds) {
        return String.join(", ", kinds.stream().map(MailKind::name).toList());
    }

    // ---------------------------------------------------------------- sending

    /**
     * Sends the mail that has been due longest, in a transaction of its own: the row is held while the mail server
     * answers, so that no other node sends it too.
     *
     * @return whether it is worth while to go on: not when there is none, or the mail server is away
     */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sendNext() {
        Instant now = clock.instant();
        Optional<Mail> due = mails.due(now);
        if (due.isEmpty()) {
            return false;
        }
        Mail mail = due.get();
        if (mail.isStale(now)) {
            mail.tooLate();
            return true;
        }
        if (postbox.status() != Postbox.Status.OPEN) {
            return false;
        }
        Postbox.Answer answer = postbox.send(mail, now);
        switch (answer.outcome()) {
            case SENT -> mail.sent(now);
            case REFUSED -> mail.refused(answer.said());
            case AWAY -> mail.failed(answer.said(), now);
        }
        return answer.outcome() != Postbox.Outcome.AWAY;
    }

    /** Forgets what was written more than 90 days ago. */
    @RolesAllowed(Roles.SYSTEM)
    public int forgetOld() {
        return mails.forget(clock.instant().minus(KEPT));
    }
}
