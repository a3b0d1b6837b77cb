package no.fellesdrift.sla.source;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.MaintenanceDraft;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.sla.UnknownDraft;

/**
 * Keeps single facts for the desks of this room, whose own roles have let the caller in: a service owner announces work,
 * but does not send measurements. Who did it stays the one who asked.
 */
@Stateless
@RunAs(Roles.SYSTEM)
@PermitAll
public class Recorder {

    @Inject
    MeasurementDesk desk;

    /** @throws Rejection WRONG with the fields */
    public void maintenance(MaintenanceDraft draft) {
        must(desk.maintenance(Batch.of(List.of(draft)), false));
    }

    /** @throws Rejection WRONG with the fields */
    public void outage(OutageDraft draft) {
        must(desk.outages(Batch.of(List.of(draft)), false));
    }

    /** Of sources: the good ones are kept, the others are told. */
    public Receipt outages(List<OutageDraft> drafts) {
        return desk.outages(Batch.of(drafts), true);
    }

    /** @throws Rejection WRONG with the fields */
    public Receipt unknown(UnknownDraft draft) {
        return must(desk.unknown(Batch.of(List.of(draft)), false));
    }

    private static Receipt must(Receipt receipt) {
        if (!receipt.rejected().isEmpty()) {
            throw new Rejection(
                    SourceReason.WRONG,
                    receipt.rejected().stream()
                            .map(row -> new Violation(row.path(), row.key(), row.arguments()))
                            .toList());
        }
        return receipt;
    }
}
