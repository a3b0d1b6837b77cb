package no.fellesdrift.testing;

import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/** People of the demo sector as callers. */
public final class Callers {
    public static final OrgNumber MDIR = OrgNumber.of("999601391");
    public static final OrgNumber RA = OrgNumber.of("974760819");
    public static final OrgNumber ADB = OrgNumber.of("919666102");
    public static final OrgNumber KMF = OrgNumber.of("985980101");
    public static final OrgNumber NP = OrgNumber.of("971022264");
    public static final OrgNumber MET = OrgNumber.of("971274042");
    public static final OrgNumber SIKT = OrgNumber.of("919477822");
    public static final OrgNumber KLD = OrgNumber.of("972417882");

    public static final Caller RA_ORDERER = person("ra-best", RA, Role.ORDERER);
    public static final Caller RA_APPROVER = person("ra-godk", RA, Role.APPROVER);
    public static final Caller RA_FINANCE = person("ra-ok", RA, Role.AGENCY_FINANCE);
    public static final Caller NP_ORDERER = person("np-best", NP, Role.ORDERER);
    public static final Caller NP_APPROVER = person("np-godk", NP, Role.APPROVER);
    public static final Caller ORDER_DESK = person("p-ordre1", MDIR, Role.ORDER_DESK);
    public static final Caller SERVICE_LEVEL_MANAGER = person("p-slm", MDIR, Role.SERVICE_LEVEL_MANAGER);
    public static final Caller CATALOGUE_MANAGER = person("p-katalog", MDIR, Role.CATALOGUE_MANAGER);
    public static final Caller CONTROLLER = person("p-kontr", MDIR, Role.CONTROLLER);
    public static final Caller FINANCE_APPROVER = person("p-okgodk", MDIR, Role.FINANCE_APPROVER);
    public static final Caller OBSERVER = person("k-obs", KLD, Role.OBSERVER);
    public static final Caller ADMINISTRATOR = person("p-admin", MDIR, Role.ADMINISTRATOR);

    private Callers() {}

    public static Caller person(String id, OrgNumber organisation, Role... roles) {
        return new Caller(id, id, organisation, Set.of(roles), "nb", Optional.empty());
    }
}
