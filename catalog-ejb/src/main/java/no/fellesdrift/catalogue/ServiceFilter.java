package no.fellesdrift.catalogue;

import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which services are wanted.
 *
 * @param text words that must all be found in the service's code, name, summary or description, the names of its
 *     offerings or its deliverer, in {@code language}; empty means all
 * @param language {@code nb}, {@code nn} or {@code en}
 * @param only further narrowed to these; absent means no narrowing
 */
public record ServiceFilter(
        String text,
        String language,
        Optional<String> category,
        Optional<ServiceKind> kind,
        Optional<OrgNumber> deliveredBy,
        boolean mandatory,
        Optional<Set<ServiceCode>> only) {

    public static ServiceFilter all(String language) {
        return new ServiceFilter(
                "", language, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    public ServiceFilter withText(String wanted) {
        return new ServiceFilter(wanted, language, category, kind, deliveredBy, mandatory, only);
    }
}
