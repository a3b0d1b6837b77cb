package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Charges in the database. */
class Charges {

    private static final String SELECT = """
            select c.*, g.name agency_name, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                   o.name_nb offering_nb, o.name_nn offering_nn, o.name_en offering_en,
                   o.unit_nb, o.unit_nn, o.unit_en
            """;

    private static final String FROM = """
            from charge c
            join organisation g on g.orgnr = c.agency
            join service s on s.code = c.service
            join offering o on o.code = c.offering
            """;

    /** The fields of the API that a list may be sorted by. */
    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("number", "c.number"),
            Map.entry("organisation", "c.agency"),
            Map.entry("agreement", "c.agreement"),
            Map.entry("line", "c.line"),
            Map.entry("service", "c.service"),
            Map.entry("offering", "c.offering"),
            Map.entry("component", "c.component"),
            Map.entry("kind", "c.kind"),
            Map.entry("from", "c.valid_from"),
            Map.entry("to", "c.valid_to"),
            Map.entry("days", "c.days"),
            Map.entry("quantity", "c.quantity"),
            Map.entry("unitPrice", "c.unit_price"),
            Map.entry("amount", "c.amount"),
            Map.entry("period", "c.period"));

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    // ---------------------------------------------------------------- writing

    /** Puts these in the place of the period's charges. */
    void replace(YearMonth period, List<ComputedCharge> charges, Instant computedAt) {
        Rows.update(connection(), "delete from charge where period = ?", List.of(period));
        Rows.insert(
                connection(),
                """
                        insert into charge (number, period, agency, agreement, line, service, offering, component, kind,
                            valid_from, valid_to, days, quantity, metered, included, unit_price, negotiated,
                            exact_amount, amount, price_id, order_number, corrects, working, computed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                charges.stream().map(charge -> row(charge, computedAt)).toList());
    }

    private static List<Object> row(ComputedCharge charge, Instant computedAt) {
        return Arrays.asList(
                charge.number(),
                charge.period(),
                charge.organisation(),
                charge.agreement(),
                charge.line(),
                charge.service(),
                charge.offering(),
                charge.component(),
                charge.kind(),
                charge.from(),
                charge.to(),
                new DateRange(charge.from(), charge.to()).days(),
                charge.quantity(),
                charge.metered(),
                charge.included(),
                charge.unitPrice(),
                charge.negotiated(),
                charge.exact(),
                charge.amount().amount(),
                charge.priceId(),
                charge.order(),
                charge.corrects(),
                charge.working(),
                computedAt.toEpochMilli());
    }

    // ---------------------------------------------------------------- reading

    Paged<ChargeView> page(ChargeFilter filter, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        String order = order(request.sort());
        long total = Rows.list(connection(), "select count(*) from charge c" + where, parameters, row -> row.getLong(1))
                .get(0);
        parameters.add(request.size());
        parameters.add(request.offset());
        return Paged.of(
                Rows.list(connection(), SELECT + FROM + where + order + " limit ? offset ?", parameters, Charges::view),
                request,
                total);
    }

    /** All of them one by one, as the database hands them out. */
    void forEach(ChargeFilter filter, List<String> sort, Consumer<ChargeView> each) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        Rows.forEach(connection(), SELECT + FROM + where + order(sort), parameters, Charges::view, each);
    }

    Optional<ChargeView> find(String number) {
        return Rows.first(connection(), SELECT + FROM + " where c.number = ?", List.of(number), Charges::view);
    }

    /** A correction that names the charge. */
    Optional<ChargeView> correcting(String number) {
        return Rows.first(
                connection(), SELECT + FROM + " where c.corrects = ? order by c.id", List.of(number), Charges::view);
    }

    /** A charge that is not stored, with the words of its correction, which is about the same line. */
    ChargeView view(ComputedCharge charge, ChargeView correction) {
        return new ChargeView(
                charge.number(),
                charge.period(),
                charge.organisation(),
                correction.organisationName(),
                charge.agreement(),
                charge.line(),
                charge.service(),
                correction.serviceName(),
                charge.offering(),
                correction.offeringName(),
                correction.unitName(),
                charge.component(),
                charge.kind(),
                charge.from(),
                charge.to(),
                (int) new DateRange(charge.from(), charge.to()).days(),
                charge.quantity(),
                charge.metered(),
                charge.included(),
                charge.unitPrice(),
                charge.negotiated(),
                charge.exact(),
                charge.amount(),
                charge.priceId(),
                charge.order(),
                charge.corrects(),
                charge.working(),
                correction.computedAt());
    }

    ChargeTotals totals(ChargeFilter filter) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        List<ChargeTotals.OfOrganisation> organisations = Rows.list(
                connection(),
                "select c.agency, g.name, count(*) n, sum(c.amount) amount " + FROM + where
                        + " group by c.agency, g.name order by g.name",
                parameters,
                row -> new ChargeTotals.OfOrganisation(
                        OrgNumber.of(row.getString("agency")),
                        row.getString("name"),
                        row.getLong("n"),
                        new Money(row.getBigDecimal("amount"))));
        List<ChargeTotals.OfKind> kinds = Rows.list(
                connection(),
                "select c.kind, count(*) n, sum(c.amount) amount " + FROM + where + " group by c.kind order by c.kind",
                parameters,
                row -> new ChargeTotals.OfKind(
                        ChargeKind.valueOf(row.getString("kind")),
                        row.getLong("n"),
                        new Money(row.getBigDecimal("amount"))));
        List<ChargeTotals.OfService> services = Rows.list(
                connection(),
                "select c.service, s.name_nb, s.name_nn, s.name_en, count(*) n, sum(c.amount) amount " + FROM + where
                        + " group by c.service, s.name_nb, s.name_nn, s.name_en order by s.name_nb",
                parameters,
                row -> new ChargeTotals.OfService(
                        ServiceCode.of(row.getString("service")),
                        Rows.text(row, "name"),
                        row.getLong("n"),
                        new Money(row.getBigDecimal("amount"))));
        return new ChargeTotals(
                organisations.stream()
                        .mapToLong(ChargeTotals.OfOrganisation::count)
                        .sum(),
                Money.sum(organisations.stream()
                        .map(ChargeTotals.OfOrganisation::amount)
                        .toList()),
                organisations,
                kinds,
                services);
    }

    private static String where(ChargeFilter filter, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        condition("c.period = ?", filter.period(), conditions, parameters);
        condition("c.agency = ?", filter.organisation(), conditions, parameters);
        condition("c.service = ?", filter.service(), conditions, parameters);
        condition("c.kind = ?", filter.kind(), conditions, parameters);
        condition("c.line = ?", filter.line(), conditions, parameters);
        condition("c.agreement = ?", filter.agreement(), conditions, parameters);
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void condition(
            String condition, Optional<?> value, List<String> conditions, List<Object> parameters) {
        value.ifPresent(wanted -> {
            conditions.add(condition);
            parameters.add(wanted);
        });
    }

    private static String order(List<String> sort) {
        List<String> columns = new ArrayList<>();
        for (String field : sort) {
            boolean descending = field.startsWith("-");
            String column = SORTS.get(descending ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(ChargeReason.UNKNOWN_SORT, field);
            }
            columns.add(column + (descending ? " desc" : ""));
        }
        columns.addAll(List.of("c.period", "c.line", "c.component", "c.valid_from", "c.number"));
        return " order by " + String.join(", ", columns);
    }

    private static ChargeView view(ResultSet row) throws SQLException {
        String order = row.getString("order_number");
        return new ChargeView(
                row.getString("number"),
                YearMonth.parse(row.getString("period")),
                OrgNumber.of(row.getString("agency")),
                row.getString("agency_name"),
                AgreementNumber.of(row.getString("agreement")),
                LineNumber.of(row.getString("line")),
                ServiceCode.of(row.getString("service")),
                Rows.text(row, "service"),
                OfferingCode.of(row.getString("offering")),
                Rows.text(row, "offering"),
                Rows.text(row, "unit"),
                row.getString("component"),
                ChargeKind.valueOf(row.getString("kind")),
                Rows.date(row, "valid_from"),
                Rows.date(row, "valid_to"),
                row.getInt("days"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("metered"),
                row.getBigDecimal("included"),
                row.getBigDecimal("unit_price"),
                row.getString("negotiated"),
                row.getString("exact_amount"),
                new Money(row.getBigDecimal("amount")),
                row.getString("price_id"),
                order == null ? null : OrderNumber.of(order),
                row.getString("corrects"),
                row.getString("working"),
                Instant.ofEpochMilli(row.getLong("computed_at")));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
