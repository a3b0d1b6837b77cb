package no.fellesdrift.sla.engine;

/** Who a second of downtime is due to; where causes overlap the earlier constant holds. */
public enum Cause {
    PROVIDER,
    UPSTREAM,
    CUSTOMER
}
