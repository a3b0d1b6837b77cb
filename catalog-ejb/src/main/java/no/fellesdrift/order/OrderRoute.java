package no.fellesdrift.order;

/** Who fulfils a line: the provider itself, or a supplier from whom only the provider orders. */
public enum OrderRoute {
    INTERNAL,
    UPSTREAM
}
