package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Rows;

/** What a forecast reads besides the lines themselves. */
class Forecasts {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** A service and the category it stands under. */
    record Named(ServiceCode code, LocalizedText name, String category, LocalizedText categoryName) {}

    Map<ServiceCode, Named> services() {
        return Rows.list(
                        connection(),
                        """
                        select s.code, s.name_nb, s.name_nn, s.name_en, c.code category,
                               c.name_nb category_nb, c.name_nn category_nn, c.name_en category_en
                        from service s join category c on c.code = s.category
                        """,
                        List.of(),
                        row -> new Named(
                                ServiceCode.of(row.getString("code")),
                                Rows.text(row, "name"),
                                row.getString("category"),
                                Rows.text(row, "category")))
                .stream()
                .collect(Collectors.toMap(Named::code, Function.identity()));
    }

    /** The month of the latest use that is known. */
    Optional<YearMonth> latestUse() {
        return Rows.first(
                        connection(),
                        "select max(used_on) used_on from usage_reading having max(used_on) is not null",
                        List.of(),
                        row -> Rows.date(row, "used_on"))
                .map((LocalDate day) -> YearMonth.from(day));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
