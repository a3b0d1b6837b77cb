package no.fellesdrift.sla;

import java.util.List;

/** A measurement that names codes of ours: those of many are looked up at once. */
interface Scoped {

    String service();

    /** Null or blank for all. */
    String offering();

    /** Null or blank for all. */
    String agency();

    /** Without those that are not named. */
    default List<String> people() {
        return List.of();
    }
}
