package no.fellesdrift.sla;

/** Of what was achieved and of its target. But for {@link #PERCENT} numerator ÷ denominator is the number itself. */
public enum Unit {
    PERCENT,
    SECONDS,
    /** Of outages. */
    COUNT,
    /** In the unit of the metric. */
    NUMBER
}
