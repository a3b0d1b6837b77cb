package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.TimelineEntry;

/** One charge and where it came from. */
@Named
@RequestScoped
public class ChargePage {

    @Inject
    ChargeDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts t;

    private ChargeView charge;

    public ChargeView getCharge() {
        if (charge == null) {
            charge = desk.charge(String.valueOf(request.getParameter("number")));
        }
        return charge;
    }

    /** When it was computed, and when its month was closed; newest first. */
    public List<TimelineEntry> getHistory() {
        List<TimelineEntry> history = new ArrayList<>();
        history.add(said(getCharge().computedAt(), "charge.audit.compute"));
        BillingPeriod period = desk.period(getCharge().period());
        if (!period.isOpen()) {
            history.add(said(period.closedAt(), "charge.audit.close"));
        }
        history.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return history;
    }

    private TimelineEntry said(Instant at, String key) {
        return new TimelineEntry(at, null, t.get(key), null, null, null);
    }
}
