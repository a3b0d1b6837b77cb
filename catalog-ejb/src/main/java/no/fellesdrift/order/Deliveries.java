package no.fellesdrift.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/**
 * Deliveries of a year, counted. The database knows neither the office's calendar nor its zone, so it hands over three
 * figures a delivery, and the days are counted here: once for each pair of dates.
 */
class Deliveries extends OrderRows {

    private record Days(LocalDate from, LocalDate to) {}

    LeadTimes of(int year, Optional<OrgNumber> agency) {
        Map<YearMonth, LeadTimes.Gathered> months = new HashMap<>();
        Map<ServiceCode, LeadTimes.Gathered> services = new TreeMap<>();
        LeadTimes.Gathered all = new LeadTimes.Gathered();
        Map<Days, Integer> counted = new HashMap<>();
        Rows.forEach(
                connection(),
                """
                select o.approved_at, i.delivered_at, i.promised_date, f.lead_time_working_days, f.service
                from order_item i
                join service_order o on o.number = i.order_number
                join offering f on f.code = i.offering
                where i.delivered_at >= ? and i.delivered_at < ? and i.counts_for_lead_time
                  and i.kind in ('NEW', 'INCREASE', 'REPLACEMENT') and o.approved_at is not null
                  and (? = '' or o.agency = ?)
                """,
                List.of(
                        start(year).toEpochMilli(),
                        start(year + 1).toEpochMilli(),
                        agency.map(OrgNumber::digits).orElse(""),
                        agency.map(OrgNumber::digits).orElse("")),
                row -> new Delivery(
                        row.getLong("approved_at"),
                        row.getLong("delivered_at"),
                        promised(row, instant(row, "approved_at"), row.getInt("lead_time_working_days")),
                        ServiceCode.of(row.getString("service"))),
                delivery -> {
                    LocalDate from = day(delivery.approvedAt());
                    LocalDate to = day(delivery.deliveredAt());
                    int days = counted.computeIfAbsent(
                            new Days(from, to), pair -> Math.max(0, officeDays.between(from, to)));
                    boolean within = !to.isAfter(delivery.promised());
                    months.computeIfAbsent(YearMonth.from(to), month -> new LeadTimes.Gathered())
                            .add(days, within);
                    services.computeIfAbsent(delivery.service(), service -> new LeadTimes.Gathered())
                            .add(days, within);
                    all.add(days, within);
                });
        Map<ServiceCode, LocalizedText> names = names();
        return new LeadTimes(
                year,
                all.told(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> YearMonth.of(year, month))
                        .map(month -> new LeadTimes.OfMonth(
                                month,
                                months.getOrDefault(month, new LeadTimes.Gathered())
                                        .told()))
                        .toList(),
                services.entrySet().stream()
                        .map(service -> new LeadTimes.OfService(
                                service.getKey(),
                                names.get(service.getKey()),
                                service.getValue().told()))
                        .toList());
    }

    private record Delivery(long approvedAt, long deliveredAt, LocalDate promised, ServiceCode service) {}

    private Map<ServiceCode, LocalizedText> names() {
        Map<ServiceCode, LocalizedText> names = new HashMap<>();
        Rows.list(
                        connection(),
                        "select code, name_nb, name_nn, name_en from service",
                        List.of(),
                        row -> Map.entry(ServiceCode.of(row.getString("code")), Rows.text(row, "name")))
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), OfficeDays.ZONE);
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(OfficeDays.ZONE).toInstant();
    }
}
