package no.fellesdrift.kernel;

/** What a person or an API key may do. The names are the codes of imported data and of {@link Roles}. */
public enum Role {
    ORDERER,
    APPROVER,
    AGENCY_FINANCE,
    SECURITY_OFFICER,
    SYSTEM_OWNER,
    ORDER_DESK,
    CATALOGUE_MANAGER,
    SERVICE_OWNER,
    SERVICE_LEVEL_MANAGER,
    CONTROLLER,
    FINANCE_APPROVER,
    ADMINISTRATOR,
    SUPPLIER_CONTACT,
    OBSERVER,
    /** Timers and start-up only; no person and no key may hold it. */
    SYSTEM;

    /** Whether the holder works for the provider. */
    public boolean isProviderStaff() {
        return seesAllAgencies() && this != OBSERVER && this != SYSTEM;
    }

    /** Whether the holder works across agencies: the provider's staff and the sector's observers. */
    public boolean seesAllAgencies() {
        return switch (this) {
            case ORDER_DESK,
                    CATALOGUE_MANAGER,
                    SERVICE_OWNER,
                    SERVICE_LEVEL_MANAGER,
                    CONTROLLER,
                    FINANCE_APPROVER,
                    ADMINISTRATOR,
                    OBSERVER,
                    SYSTEM -> true;
            case ORDERER, APPROVER, AGENCY_FINANCE, SECURITY_OFFICER, SYSTEM_OWNER, SUPPLIER_CONTACT -> false;
        };
    }
}
