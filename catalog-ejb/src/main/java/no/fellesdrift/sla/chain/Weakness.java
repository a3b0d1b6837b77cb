package no.fellesdrift.sla.chain;

/** Why a supplier's promise cannot carry a customer's. */
public enum Weakness {
    /** The chain's availability is below what the customer is promised. */
    AVAILABILITY,
    /** The supplier takes longer than the customer is promised. */
    TIME,
    /** A smaller share of cases is promised in time. */
    SHARE,
    /** The customer's service hours reach beyond the supplier's. */
    HOURS
}
