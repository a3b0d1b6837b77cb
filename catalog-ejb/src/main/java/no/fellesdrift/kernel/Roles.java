package no.fellesdrift.kernel;

/** The names of {@link Role} as constants for annotations, and the two groups that are not roles of their own. */
public final class Roles {
    public static final String ORDERER = "ORDERER";
    public static final String APPROVER = "APPROVER";
    public static final String AGENCY_FINANCE = "AGENCY_FINANCE";
    public static final String SECURITY_OFFICER = "SECURITY_OFFICER";
    public static final String SYSTEM_OWNER = "SYSTEM_OWNER";
    public static final String ORDER_DESK = "ORDER_DESK";
    public static final String CATALOGUE_MANAGER = "CATALOGUE_MANAGER";
    public static final String SERVICE_OWNER = "SERVICE_OWNER";
    public static final String SERVICE_LEVEL_MANAGER = "SERVICE_LEVEL_MANAGER";
    public static final String CONTROLLER = "CONTROLLER";
    public static final String FINANCE_APPROVER = "FINANCE_APPROVER";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String SUPPLIER_CONTACT = "SUPPLIER_CONTACT";
    public static final String OBSERVER = "OBSERVER";
    public static final String SYSTEM = "SYSTEM";

    /** Everyone who is signed in, whatever the role. */
    public static final String USER = "USER";

    /** Everyone who works for the provider: whose role sees all agencies and who is no observer. */
    public static final String PROVIDER_STAFF = "PROVIDER_STAFF";

    private Roles() {}
}
