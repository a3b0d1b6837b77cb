package no.fellesdrift.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.sla.source.SourceDesk;
import no.fellesdrift.sla.source.SourceView;

/** Looks every minute which monitoring sources have fallen silent, and which are heard again. */
@Singleton
@RunAs(Roles.SYSTEM)
public class SourceWatch {

    private static final Logger LOG = System.getLogger(SourceWatch.class.getName());

    @Inject
    DeliveryDesk deliveries;

    @Inject
    SourceDesk sources;

    /** Codes of the sources that are silent now, for the health of the whole. */
    @PermitAll
    public List<String> silent() {
        return sources.silent().stream().map(SourceView::code).toList();
    }

    /** Half past every full minute, when the mails have gone. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void everyMinute() {
        int changed = deliveries.watch();
        if (changed > 0) {
            LOG.log(
                    Level.WARNING,
                    "Silence of monitoring sources: {0} services became unknown, or known again",
                    changed);
        }
    }
}
