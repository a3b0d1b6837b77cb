package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Sorting;

/** Keys as lists for reading, paged and sorted in the database. */
class KeyLists {

    /** Of a key at an instant, bound once. */
    private static final String STATE = "case when k.revoked_at is not null then 'REVOKED'"
            + " when k.expires_at <= ? then 'EXPIRED' else 'VALID' end";

    private static final Map<String, String> SORTS = Map.of(
            "name", "n.name",
            "organisation", "n.organisation_name",
            "person", "n.person",
            "createdAt", "n.created_at",
            "expiresAt", "n.expires_at",
            "lastUsedAt", "n.last_used_at",
            "state", "field(n.state, 'VALID', 'EXPIRED', 'REVOKED')");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Newest first unless sorted. @throws Rejection UNKNOWN_SORT */
    Paged<ApiKeyView> page(KeyFilter filter, Instant now, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String from = from(filter, now, parameters);
        long total = Rows.first(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                .orElse(0L);
        parameters.add(page.size());
        parameters.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        "select *" + from + order(page.sort()) + " limit ? offset ?",
                        parameters,
                        KeyLists::view),
                page,
                total);
    }

    /** All of them as the database hands them out. @throws Rejection UNKNOWN_SORT */
    void forEach(KeyFilter filter, Instant now, List<String> sort, Consumer<ApiKeyView> each) {
        List<Object> parameters = new ArrayList<>();
        String from = from(filter, now, parameters);
        Rows.forEach(connection(), "select *" + from + order(sort), parameters, KeyLists::view, each);
    }

    private static String from(KeyFilter filter, Instant now, List<Object> parameters) {
        parameters.add(now.toEpochMilli());
        StringBuilder from = new StringBuilder(" from (select k.*, g.name organisation_name, ")
                .append(STATE)
                .append(" state from api_key k join organisation g on g.orgnr = k.organisation) n where 1 = 1");
        filter.state().ifPresent(state -> {
            from.append(" and n.state = ?");
            parameters.add(state.name());
        });
        filter.q().ifPresent(text -> {
            from.append(" and (lower(n.name) like ? escape '!' or n.person like ? escape '!'")
                    .append(" or lower(n.organisation_name) like ? escape '!')");
            String like = "%"
                    + text.toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_")
                    + "%";
            parameters.addAll(List.of(like, like, like));
        });
        return from.toString();
    }

    private static String order(List<String> sort) {
        return " order by " + Sorting.sql(sort, SORTS, PartyReason.UNKNOWN_SORT) + "n.created_at desc, n.id desc";
    }

    private static ApiKeyView view(ResultSet row) throws SQLException {
        return new ApiKeyView(
                row.getLong("id"),
                row.getString("name"),
                OrgNumber.of(row.getString("organisation")),
                row.getString("organisation_name"),
                row.getString("person"),
                ApiKey.roles(row.getString("roles")),
                ApiKey.scopes(row.getString("scopes")),
                ApiKeyState.valueOf(row.getString("state")),
                Rows.instant(row, "created_at"),
                row.getString("created_by"),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "revoked_at"),
                Rows.instant(row, "last_used_at"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
