package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** The charges of a year, added up by the database. */
class ChargeYears {

    private static final String OF_YEAR =
            " where c.period between ? and ? and (? = '' or c.agency = ?) group by c.period, ";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private record Sum<K>(K of, YearMonth period, Money amount) {}

    private record Agency(OrgNumber number, String name) {}

    private record Service(ServiceCode code, LocalizedText name) {}

    ChargeYear of(int year, Optional<OrgNumber> agency) {
        String only = agency.map(OrgNumber::digits).orElse("");
        List<Object> parameters = List.of(YearMonth.of(year, 1), YearMonth.of(year, 12), only, only);
        List<Sum<Agency>> agencies = Rows.list(
                connection(),
                "select c.period, c.agency, g.name, sum(c.amount) amount from charge c"
                        + " join organisation g on g.orgnr = c.agency" + OF_YEAR + "c.agency, g.name order by g.name",
                parameters,
                row -> new Sum<>(
                        new Agency(OrgNumber.of(row.getString("agency")), row.getString("name")),
                        YearMonth.parse(row.getString("period")),
                        new Money(row.getBigDecimal("amount"))));
        List<Sum<Service>> services = Rows.list(
                connection(),
                "select c.period, c.service, s.name_nb, s.name_nn, s.name_en, sum(c.amount) amount from charge c"
                        + " join service s on s.code = c.service" + OF_YEAR
                        + "c.service, s.name_nb, s.name_nn, s.name_en order by s.name_nb",
                parameters,
                row -> new Sum<>(
                        new Service(ServiceCode.of(row.getString("service")), Rows.text(row, "name")),
                        YearMonth.parse(row.getString("period")),
                        new Money(row.getBigDecimal("amount"))));
        List<ChargeYear.OfOrganisation> ofAgencies = new ArrayList<>();
        byMonth(agencies)
                .forEach((one, months) -> ofAgencies.add(
                        new ChargeYear.OfOrganisation(one.number(), one.name(), months, Money.sum(months))));
        List<ChargeYear.OfService> ofServices = new ArrayList<>();
        byMonth(services)
                .forEach((one, months) ->
                        ofServices.add(new ChargeYear.OfService(one.code(), one.name(), months, Money.sum(months))));
        ofServices.sort(Comparator.comparing(ChargeYear.OfService::total).reversed());
        List<Money> all = none();
        agencies.forEach(sum -> add(all, sum));
        return new ChargeYear(
                year,
                agencies.stream().map(Sum::period).distinct().sorted().toList(),
                List.copyOf(all),
                List.copyOf(ofAgencies),
                List.copyOf(ofServices));
    }

    private static <K> Map<K, List<Money>> byMonth(List<Sum<K>> sums) {
        Map<K, List<Money>> months = new LinkedHashMap<>();
        sums.forEach(sum -> add(months.computeIfAbsent(sum.of(), of -> none()), sum));
        return months;
    }

    private static List<Money> none() {
        return new ArrayList<>(Collections.nCopies(12, Money.ZERO));
    }

    private static void add(List<Money> months, Sum<?> sum) {
        int at = sum.period().getMonthValue() - 1;
        months.set(at, months.get(at).plus(sum.amount()));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
