package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.notify.MailDesk;

/** Sends every minute the e-mails that are due. */
@Singleton
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Mailing {

    /** So many a minute: a mail server that is shared is not flooded. */
    private static final int AT_MOST = 200;

    @Inject
    MailDesk mail;

    /** At every full minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void everyMinute() {
        int sent = 0;
        while (sent < AT_MOST && mail.sendNext()) {
            sent++;
        }
    }
}
