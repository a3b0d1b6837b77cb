package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.notify.MailDesk;
import no.fellesdrift.party.RepeatDesk;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.source.DeliveryDesk;

/** Throws away every night what is kept for a time only. */
@Singleton
@RunAs(Roles.SYSTEM)
public class Housekeeping {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    @Inject
    RepeatDesk repeats;

    @Inject
    JobDesk jobs;

    @Inject
    MailDesk mails;

    @Inject
    ReadingDesk readings;

    @Inject
    DeliveryDesk deliveries;

    /** At 03:20 of the server's local time. */
    @Schedule(hour = "3", minute = "20", persistent = false)
    public void nightly() {
        LOG.log(Level.INFO, "Forgot {0} answers to repeatable requests, older than 30 days", repeats.forgetOld());
        LOG.log(Level.INFO, "Forgot {0} jobs, older than 90 days", jobs.forgetOld());
        LOG.log(Level.INFO, "Forgot {0} deliveries of monitoring sources", deliveries.forgetOld());
        LOG.log(Level.INFO, "Forgot {0} e-mails, older than 90 days", mails.forgetOld());
        long samples = 0;
        for (int some = readings.forgetOldSamples(); some > 0; some = readings.forgetOldSamples()) {
            samples += some;
        }
        LOG.log(Level.INFO, "Forgot {0} single samples, older than is kept", samples);
    }
}
