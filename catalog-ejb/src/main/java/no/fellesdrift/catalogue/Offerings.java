package no.fellesdrift.catalogue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Offerings and their order forms in the database. */
class Offerings {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    static List<OfferingView> of(Connection connection, String where, List<?> parameters) {
        return Rows.list(connection, """
                select o.code, o.version, o.service, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                       o.name_nb, o.name_nn, o.name_en, o.unit_nb, o.unit_nn, o.unit_en, o.lead_time_working_days,
                       o.service_level_package, o.orderable, s.lifecycle, s.delivered_by, d.role = 'SUPPLIER' upstream
                from offering o
                join service s on s.code = o.service
                join organisation d on d.orgnr = s.delivered_by
                """ + where + " order by o.code", parameters, Offerings::offering);
    }

    /** @throws Rejection OFFERING_NOT_FOUND, also when agencies are not shown its service yet or any more */
    OfferingView view(OfferingCode code, boolean staff) {
        return of(em.unwrap(Connection.class), " where o.code = ?", List.of(code)).stream()
                .filter(offering -> staff || offering.lifecycle().shownToAgencies())
                .findFirst()
                .orElseThrow(() -> new Rejection(CatalogueReason.OFFERING_NOT_FOUND, code));
    }

    List<OfferingView> all(boolean staff) {
        return of(em.unwrap(Connection.class), "", List.of()).stream()
                .filter(offering -> staff || offering.lifecycle().shownToAgencies())
                .toList();
    }

    private record OptionRow(long question, OrderFormView.Option option) {}

    OrderFormView form(OfferingCode offering, LocalDate on) {
        Connection connection = em.unwrap(Connection.class);
        record Head(long id, int version) {}
        Head head = Rows.first(
                        connection,
                        """
                        select id, form_version from order_form
                        where offering = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                        order by form_version desc
                        """,
                        List.of(offering, on, on),
                        row -> new Head(row.getLong("id"), row.getInt("form_version")))
                .orElse(null);
        if (head == null) {
            return OrderFormView.none(offering);
        }
        Map<Long, List<OrderFormView.Option>> options = Rows.list(
                        connection,
                        """
                        select o.question_id, o.option_value, o.label_nb, o.label_nn, o.label_en
                        from order_form_option o join order_form_question q on q.id = o.question_id
                        where q.order_form_id = ? order by o.question_id, o.position
                        """,
                        List.of(head.id()),
                        row -> new OptionRow(
                                row.getLong("question_id"),
                                new OrderFormView.Option(row.getString("option_value"), Rows.text(row, "label"))))
                .stream()
                .collect(Collectors.groupingBy(
                        OptionRow::question, Collectors.mapping(OptionRow::option, Collectors.toList())));
        List<OrderFormView.Question> questions = Rows.list(
                connection,
                "select * from order_form_question where order_form_id = ? order by position",
                List.of(head.id()),
                row -> question(row, options.getOrDefault(row.getLong("id"), List.of())));
        return new OrderFormView(offering, head.version(), questions);
    }

    private static OrderFormView.Question question(ResultSet row, List<OrderFormView.Option> options)
            throws SQLException {
        String accept = row.getString("accept");
        String asked = row.getString("visible_when_question");
        return new OrderFormView.Question(
                row.getString("code"),
                OrderFormView.Type.valueOf(row.getString("type")),
                row.getBoolean("required"),
                Rows.text(row, "label"),
                row.getString("unit"),
                row.getString("pattern"),
                row.getBoolean("multiline"),
                row.getObject("max_length", Integer.class),
                row.getObject("minimum", BigDecimal.class),
                row.getObject("maximum", BigDecimal.class),
                row.getObject("max_bytes", Long.class),
                accept == null || accept.isBlank() ? List.of() : List.of(accept.split("\\s*,\\s*", -1)),
                asked == null ? null : new OrderFormView.Condition(asked, row.getString("visible_when_equals")),
                options);
    }

    private static OfferingView offering(ResultSet row) throws SQLException {
        return new OfferingView(
                OfferingCode.of(row.getString("code")),
                row.getInt("version"),
                ServiceCode.of(row.getString("service")),
                Rows.text(row, "service"),
                Rows.text(row, "name"),
                Rows.text(row, "unit"),
                row.getInt("lead_time_working_days"),
                row.getString("service_level_package"),
                row.getBoolean("orderable"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                OrgNumber.of(row.getString("delivered_by")),
                row.getBoolean("upstream"));
    }
}
