package no.fellesdrift.notify;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;

/** Writes a mail to each of those who are told: once to each. */
@Dependent
class Courier {

    @Inject
    Mails mails;

    @Inject
    Receivers receivers;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Not to the one who did it. */
    void tellOthers(MailKind kind, Stream<Receiver> to, String page, Object... facts) {
        tell(kind, to.filter(receiver -> !receiver.person().equals(caller.get().id())), page, facts);
    }

    /** Of what happened by itself: also to the one who happened to look. */
    void tell(MailKind kind, Stream<Receiver> to, String page, Object... facts) {
        Map<String, Receiver> once = new LinkedHashMap<>();
        to.forEach(receiver -> once.putIfAbsent(receiver.person(), receiver));
        once.values().forEach(receiver -> mails.add(new Mail(kind, receiver, page, clock.instant(), facts)));
    }

    /** Holders of any of the roles; of every organisation when none is given. */
    Stream<Receiver> holders(MailKind kind, Optional<OrgNumber> agency, Role... roles) {
        return Stream.of(roles).flatMap(role -> receivers.holders(role, agency, kind, today()).stream());
    }

    Stream<Receiver> person(MailKind kind, String id) {
        return receivers.person(id, kind, today()).stream();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
