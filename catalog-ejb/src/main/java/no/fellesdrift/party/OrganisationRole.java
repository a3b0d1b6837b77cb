package no.fellesdrift.party;

import java.util.Set;
import no.fellesdrift.kernel.Role;

/** What an organisation is in the sector, and with it which roles its people may hold. */
public enum OrganisationRole {
    PROVIDER,
    CUSTOMER,
    SUPPLIER,
    MINISTRY;

    private static final Set<Role> OF_AGENCIES =
            Set.of(Role.ORDERER, Role.APPROVER, Role.AGENCY_FINANCE, Role.SECURITY_OFFICER, Role.SYSTEM_OWNER);

    /** The provider also uses its own platform, so its people may hold the roles of an agency. */
    public boolean allows(Role role) {
        return switch (role) {
            case SYSTEM -> false;
            case SUPPLIER_CONTACT -> this == SUPPLIER;
            case OBSERVER -> this == MINISTRY || this == PROVIDER;
            default -> this == PROVIDER || (this == CUSTOMER && OF_AGENCIES.contains(role));
        };
    }
}
