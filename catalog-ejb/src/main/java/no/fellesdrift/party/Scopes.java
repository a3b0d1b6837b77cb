package no.fellesdrift.party;

import java.util.List;
import java.util.Set;

/**
 * What a key is meant for, beside its roles: everything, reading everything, or one area, {@code orders}, also only to
 * read, {@code orders:read}. An area is the first part of a resource's path.
 */
public final class Scopes {

    public static final String ALL = "*";
    public static final String READ = "read";

    /** The areas that a key can be narrowed to. */
    public static final List<String> AREAS = List.of(
            "services",
            "offerings",
            "prices",
            "agreements",
            "orders",
            "measurements",
            "maintenance",
            "sources",
            "webhooks",
            "exclusions",
            "service-levels",
            "service-level-packages",
            "service-calendars",
            "credit-schemes",
            "breaches",
            "promises",
            "claims",
            "service-reports",
            "report-schedule",
            "report-terms",
            "calculations",
            "billing-periods",
            "forecasts",
            "charges",
            "credits",
            "allocations",
            "imports",
            "jobs",
            "audit",
            "keys");

    private Scopes() {}

    public static boolean isKnown(String scope) {
        return scope.equals(ALL)
                || scope.equals(READ)
                || AREAS.contains(scope.endsWith(":read") ? scope.substring(0, scope.length() - 5) : scope);
    }

    public static boolean allow(Set<String> scopes, String area, boolean readOnly) {
        return scopes.contains(ALL)
                || scopes.contains(area)
                || (readOnly && (scopes.contains(READ) || scopes.contains(area + ":read")));
    }
}
