package no.fellesdrift.catalogue;

/** Who takes care of a security principle where a service covers it. */
public enum NsmResponsibility {
    PROVIDER,
    SHARED,
    CUSTOMER
}
