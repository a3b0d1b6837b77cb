package no.fellesdrift.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** What can be ordered, and what an order must answer. */
@Stateless
public class OfferingDesk {

    @Inject
    Offerings offerings;

    @Inject
    CurrentCaller caller;

    /** @throws Rejection OFFERING_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public OfferingView offering(OfferingCode code) {
        return offerings.view(code, caller.get().seesAllAgencies());
    }

    /** All that the caller is shown, by code. */
    @RolesAllowed(Roles.USER)
    public List<OfferingView> offerings() {
        return offerings.all(caller.get().seesAllAgencies());
    }

    /** @throws Rejection OFFERING_NOT_FOUND, or NOT_ORDERABLE when nobody can order it now */
    @RolesAllowed(Roles.USER)
    public OfferingView orderable(OfferingCode code) {
        OfferingView offering = offering(code);
        if (!offering.canBeOrdered()) {
            throw new Rejection(CatalogueReason.NOT_ORDERABLE, code);
        }
        return offering;
    }

    /** The form in force on a date; without questions when the offering has none. */
    @RolesAllowed(Roles.USER)
    public OrderFormView form(OfferingCode code, LocalDate on) {
        return offerings.form(code, on);
    }
}
