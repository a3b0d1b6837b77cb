package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.OrderNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.charge.LineBasis.Delivery;
import no.fellesdrift.charge.LineBasis.Quantity;
import no.fellesdrift.charge.LineBasis.Reading;
import no.fellesdrift.charge.PriceVersion.Tier;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.OneOffEvent;

/**
 * What the charges of a month are computed from, read set by set from the rooms above: lines of agreements that are no
 * drafts, their prices, negotiated prices, deliveries and readings. One query per set, however many lines there are.
 */
class LineBases {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private record Line(
            LineNumber line, AgreementNumber agreement, OrgNumber agency, ServiceCode service, OfferingCode offering) {}

    /** A row of a set and whose it is. */
    private record Of<K, T>(K owner, T row) {}

    /** All lines, in order, that may be charged something in the month. */
    List<LineBasis> of(YearMonth period) {
        return of(DateRange.of(period));
    }

    /** The same for all months of the dates, which begin and end with a month. */
    List<LineBasis> of(DateRange months) {
        Instant from = instant(months.start());
        Instant to = instant(months.end());
        Map<LineNumber, List<Quantity>> quantities = quantities();
        Map<OfferingCode, List<PriceVersion>> prices = prices();
        Map<LineNumber, List<Negotiation>> negotiations = negotiations();
        Map<LineNumber, List<Delivery>> deliveries = deliveries(from, to);
        Map<LineNumber, List<Reading>> readings = readings(months, from, to);
        List<LineBasis> bases = new ArrayList<>();
        for (Line line : lines()) {
            List<Quantity> timeline = quantities.getOrDefault(line.line(), List.of());
            boolean exists =
                    timeline.stream().anyMatch(quantity -> quantity.valid().overlaps(months));
            if (exists || deliveries.containsKey(line.line()) || readings.containsKey(line.line())) {
                bases.add(new LineBasis(
                        line.agreement(),
                        line.line(),
                        line.agency(),
                        line.service(),
                        line.offering(),
                        timeline,
                        prices.getOrDefault(line.offering(), List.of()),
                        negotiations.getOrDefault(line.line(), List.of()),
                        deliveries.getOrDefault(line.line(), List.of()),
                        readings.getOrDefault(line.line(), List.of())));
            }
        }
        return bases;
    }

    private List<Line> lines() {
        return Rows.list(
                connection(),
                """
                        select l.line, l.agreement, l.agency, o.service, l.offering
                        from agreement_line l join offering o on o.code = l.offering
                        where exists (select 1 from agreement a where a.number = l.agreement and a.state <> 'DRAFT')
                        order by l.line
                        """,
                List.of(),
                row -> new Line(
                        LineNumber.of(row.getString(1)),
                        AgreementNumber.of(row.getString(2)),
                        OrgNumber.of(row.getString(3)),
                        ServiceCode.of(row.getString(4)),
                        OfferingCode.of(row.getString(5))));
    }

    /** The lines' timelines, as far as the agreement holds in a version that is no draft. */
    private Map<LineNumber, List<Quantity>> quantities() {
        return grouped(
                """
                        select r.line, r.quantity, greatest(r.valid_from, a.valid_from) valid_from,
                               cast(case when least(coalesce(r.valid_to, a.open), a.valid_to) = a.open then null
                                    else least(coalesce(r.valid_to, a.open), a.valid_to) end as date) valid_to
                        from agreement_line_row r
                        join agreement_line l on l.line = r.line
                        join (select number, min(valid_from) valid_from, date '9999-12-31' open,
                                     max(coalesce(valid_to, date '9999-12-31')) valid_to
                              from agreement where state <> 'DRAFT' group by number) a on a.number = l.agreement
                        where r.valid_from < a.valid_to and coalesce(r.valid_to, a.open) > a.valid_from
                        order by r.line, r.valid_from
                        """,
                List.of(),
                row -> new Of<>(
                        LineNumber.of(row.getString("line")),
                        new Quantity(Rows.range(row, ""), row.getBigDecimal("quantity"))));
    }

    private Map<OfferingCode, List<PriceVersion>> prices() {
        Map<String, List<Tier>> tiers = grouped(
                "select price_id, from_quantity, to_quantity, unit_price from price_tier order by price_id, from_quantity",
                List.of(),
                row -> new Of<>(
                        row.getString("price_id"),
                        new Tier(
                                row.getBigDecimal("from_quantity"),
                                row.getBigDecimal("to_quantity"),
                                new UnitPrice(row.getBigDecimal("unit_price")))));
        return grouped(
                "select * from price order by offering, component, valid_from",
                List.of(),
                row -> new Of<>(
                        OfferingCode.of(row.getString("offering")),
                        price(row, tiers.getOrDefault(row.getString("price_id"), List.of()))));
    }

    private static PriceVersion price(ResultSet row, List<Tier> tiers) throws SQLException {
        return new PriceVersion(
                row.getString("price_id"),
                row.getString("component"),
                ChargeKind.valueOf(row.getString("kind")),
                absent(row.getString("one_off_event"), OneOffEvent::valueOf),
                absent(row.getBigDecimal("unit_price"), UnitPrice::new),
                tiers,
                row.getString("meter"),
                row.getBigDecimal("included_quantity"),
                "PER_UNIT".equals(row.getString("included_basis")),
                absent(row.getBigDecimal("minimum_amount"), Money::new),
                row.getBoolean("minimum_when_unused"),
                Rows.range(row, ""));
    }

    private Map<LineNumber, List<Negotiation>> negotiations() {
        return grouped(
                "select line, component, kind, value, valid_from, valid_to from negotiated_price order by line, valid_from",
                List.of(),
                row -> new Of<>(
                        LineNumber.of(row.getString("line")),
                        new Negotiation(
                                row.getString("component"),
                                Negotiation.Kind.valueOf(row.getString("kind")),
                                row.getBigDecimal("value"),
                                Rows.range(row, ""))));
    }

    private Map<LineNumber, List<Delivery>> deliveries(Instant from, Instant to) {
        return grouped(
                """
                        select line, order_number, kind, quantity, delivered_at from order_item
                        where kind in ('NEW', 'INCREASE') and line is not null
                          and delivered_at >= ? and delivered_at < ? order by line, delivered_at, order_number
                        """,
                List.of(from.toEpochMilli(), to.toEpochMilli()),
                row -> new Of<>(
                        LineNumber.of(row.getString("line")),
                        new Delivery(
                                OrderNumber.of(row.getString("order_number")),
                                row.getString("kind").equals("NEW"),
                                row.getBigDecimal("quantity"),
                                Instant.ofEpochMilli(row.getLong("delivered_at"))
                                        .atZone(Charging.ZONE)
                                        .toLocalDate())));
    }

    /** The months' readings, and those of earlier months about which something was recorded in these. */
    private Map<LineNumber, List<Reading>> readings(DateRange months, Instant from, Instant to) {
        return grouped(
                """
                        select line, meter, used_on, quantity, recorded_at from usage_reading
                        where used_on >= ? and used_on < ?
                        union all
                        select r.line, r.meter, r.used_on, r.quantity, r.recorded_at from usage_reading r
                        join (select distinct line, meter, used_on - interval (day(used_on) - 1) day first
                              from usage_reading
                              where recorded_at >= ? and recorded_at < ? and used_on < ?) late
                          on late.line = r.line and late.meter = r.meter
                         and r.used_on >= late.first and r.used_on < late.first + interval 1 month
                        """,
                List.of(months.start(), months.end(), from.toEpochMilli(), to.toEpochMilli(), months.start()),
                row -> new Of<>(
                        LineNumber.of(row.getString("line")),
                        new Reading(
                                row.getString("meter"),
                                Rows.date(row, "used_on"),
                                row.getBigDecimal("quantity"),
                                Instant.ofEpochMilli(row.getLong("recorded_at")))));
    }

    private <K extends Comparable<K>, T> Map<K, List<T>> grouped(
            String sql, List<?> parameters, Rows.Mapper<Of<K, T>> mapper) {
        Map<K, List<T>> groups = new TreeMap<>();
        for (Of<K, T> found : Rows.list(connection(), sql, parameters, mapper)) {
            groups.computeIfAbsent(found.owner(), owner -> new ArrayList<>()).add(found.row());
        }
        return groups;
    }

    private static <A, B> B absent(A value, Function<A, B> change) {
        return value == null ? null : change.apply(value);
    }

    private static Instant instant(LocalDate date) {
        return date.atStartOfDay(Charging.ZONE).toInstant();
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
