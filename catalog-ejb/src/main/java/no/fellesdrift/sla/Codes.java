package no.fellesdrift.sla;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.kernel.Rows;

/**
 * The codes that facts name, as far as they are ours. A thousand facts name a few: these are asked for together, before
 * the facts are checked, and no code twice.
 */
final class Codes {

    private static final int CHUNK = 500;

    private static final String SERVICE = "select 'service', code, null from service where code in (";
    private static final String OFFERING = "select 'offering', code, service from offering where code in (";
    private static final String AGENCY = "select 'agency', orgnr, null from organisation where orgnr in (";
    private static final String PERSON = "select 'person', person_id, null from person where person_id in (";

    private final Connection connection;
    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Set<String> services = new HashSet<>();
    private final Map<String, String> offerings = new HashMap<>();
    private final Set<String> agencies = new HashSet<>();
    private final Set<String> people = new HashSet<>();

    Codes(Connection connection) {
        this.connection = connection;
    }

    /** Looks up what these name. What is no {@link Scoped} names nothing. */
    Codes of(Collection<?> drafts) {
        Map<String, Set<String>> named = new HashMap<>();
        for (Object draft : drafts) {
            if (draft instanceof Scoped scoped) {
                name(named, SERVICE, scoped.service());
                name(named, OFFERING, scoped.offering());
                name(named, AGENCY, scoped.agency());
                scoped.people().forEach(person -> name(named, PERSON, person));
            }
        }
        List<String> selects = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        named.forEach((select, codes) -> {
            List<String> all = List.copyOf(codes);
            for (int start = 0; start < all.size(); start += CHUNK) {
                List<String> some = all.subList(start, Math.min(start + CHUNK, all.size()));
                selects.add(select + Rows.marks(some.size()) + ")");
                parameters.addAll(some);
            }
        });
        if (!selects.isEmpty()) {
            Rows.forEach(
                    connection,
                    String.join(" union all ", selects),
                    parameters,
                    row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                    this::add);
        }
        return this;
    }

    /** Looks up these three. */
    Codes of(String service, String offering, String agency) {
        record Names(String service, String offering, String agency) implements Scoped {}
        return of(List.of(new Names(service, offering, agency)));
    }

    private void name(Map<String, Set<String>> named, String select, String code) {
        if (code != null
                && !code.isBlank()
                && asked.computeIfAbsent(select, kind -> new HashSet<>()).add(code)) {
            named.computeIfAbsent(select, kind -> new HashSet<>()).add(code);
        }
    }

    private void add(String[] code) {
        switch (code[0]) {
            case "service" -> services.add(code[1]);
            case "offering" -> offerings.put(code[1], code[2]);
            case "agency" -> agencies.add(code[1]);
            default -> people.add(code[1]);
        }
    }

    boolean isService(String code) {
        return services.contains(code);
    }

    boolean isOffering(String code, String service) {
        return service.equals(offerings.get(code));
    }

    boolean isAgency(String code) {
        return agencies.contains(code);
    }

    boolean isPerson(String code) {
        return people.contains(code);
    }
}
