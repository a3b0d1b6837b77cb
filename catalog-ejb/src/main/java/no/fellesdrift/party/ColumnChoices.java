package no.fellesdrift.party;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.fellesdrift.kernel.Rows;

/** What people have put away, in the database. No entity: the last choice stands, whatever was there before. */
class ColumnChoices {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    Set<String> hidden(String person, String list) {
        return Rows.first(
                        connection(),
                        "select hidden from column_choice where person = ? and list = ?",
                        List.of(person, list),
                        row -> row.getString(1))
                .map(names -> (Set<String>) new LinkedHashSet<>(Arrays.asList(names.split(" ", -1))))
                .orElse(Set.of());
    }

    void keep(String person, String list, Set<String> hidden) {
        Rows.update(
                connection(),
                "insert into column_choice (person, list, hidden) values (?, ?, ?)"
                        + " on duplicate key update hidden = values(hidden)",
                List.of(person, list, String.join(" ", hidden)));
    }

    void forget(String person, String list) {
        Rows.update(connection(), "delete from column_choice where person = ? and list = ?", List.of(person, list));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
