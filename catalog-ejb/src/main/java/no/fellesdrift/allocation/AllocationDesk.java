package no.fellesdrift.allocation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Allocation runs: a controller makes them, everyone reads what concerns the own agency. */
@Stateless
public class AllocationDesk {

    @Inject
    AllocationRuns runs;

    @Inject
    AllocationKeys keys;

    @Inject
    ChargeDesk charges;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** Newest first. @throws Rejection UNKNOWN_SORT */
    @RolesAllowed({
        Roles.AGENCY_FINANCE,
        Roles.APPROVER,
        Roles.ORDERER,
        Roles.SYSTEM_OWNER,
        Roles.CONTROLLER,
        Roles.FINANCE_APPROVER,
        Roles.SERVICE_OWNER,
        Roles.ADMINISTRATOR,
        Roles.OBSERVER
    })
    public Paged<AllocationLine> runs(AllocationFilter filter, PageRequest page) {
        return runs.page(filter, page);
    }

    /** The run with its pools and, for an agency's people, their own shares. @throws Rejection NOT_FOUND */
    @RolesAllowed({
        Roles.AGENCY_FINANCE,
        Roles.APPROVER,
        Roles.ORDERER,
        Roles.SYSTEM_OWNER,
        Roles.CONTROLLER,
        Roles.FINANCE_APPROVER,
        Roles.SERVICE_OWNER,
        Roles.ADMINISTRATOR,
        Roles.OBSERVER
    })
    public AllocationView run(String number) {
        return runs.view(number, caller.get().onlyAgency());
    }

    /** The vouchers that a pool's cost in a period consists of. */
    @RolesAllowed({Roles.CONTROLLER, Roles.FINANCE_APPROVER, Roles.OBSERVER})
    public Paged<LedgerEntry> ledger(YearMonth period, String pool, PageRequest page) {
        return runs.ledger(period, pool, page);
    }

    /**
     * Shares the open period's ledger and keeps the run; an earlier run of the period is superseded.
     *
     * @throws Rejection PERIOD_CLOSED, UNKNOWN_PERIOD of the charges, NO_POOLS, or why a key cannot share
     */
    @RolesAllowed({Roles.CONTROLLER, Roles.SYSTEM})
    public AllocationView run(YearMonth period) {
        return run(period, Progress.NONE);
    }

    /** The same, telling how many pools are shared and stored. */
    @RolesAllowed({Roles.CONTROLLER, Roles.SYSTEM})
    public AllocationView run(YearMonth period, Progress progress) {
        charges.holdOpen(period);
        List<Pool> pools = keys.pools(period);
        if (pools.isEmpty()) {
            throw new Rejection(AllocationReason.NO_POOLS, period);
        }
        progress.at(0, pools.size());
        Allocation allocation = Allocation.of(pools);
        String number =
                runs.add(period, allocation, clock.instant(), caller.get().id());
        progress.at(pools.size(), pools.size());
        happened.fire(new Happened(
                "allocation.run",
                "AllocationRun",
                number,
                null,
                allocation.ledgerTotal().toString(),
                allocation.allocatedTotal().toString(),
                null));
        return run(number);
    }
}
