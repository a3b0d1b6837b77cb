package no.fellesdrift.sla.chain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.PromiseDesk;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;

/** What suppliers promise beside what customers are promised, for the provider and the sector's observers. */
@Stateless
public class ChainDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int DECIMALS = 4;

    @Inject
    Contracts contracts;

    @Inject
    PromiseDesk promises;

    @Inject
    LevelDesk levels;

    @Inject
    Clock clock;

    /**
     * Every promise of a supplier that holds at the end of the month, with the customers' promises that stand on it and
     * how both were kept in the month.
     */
    @RolesAllowed({Roles.PROVIDER_STAFF, Roles.OBSERVER})
    public List<ContractView> chain(YearMonth month) {
        LocalDate date = month.atEndOfMonth();
        Map<String, ServiceCalendar> calendars = promises.calendars(date);
        List<Contract> promised = contracts.on(date);
        List<ChainLink> links = new Chain(promised, contracts.needs(), covers(calendars, month))
                .links(contracts.promises(date, Optional.empty()));
        Map<String, Contracts.Kept> kept = contracts.kept(month);
        long from = second(month.atDay(1));
        long to = Math.min(second(month.plusMonths(1).atDay(1)), clock.instant().getEpochSecond());
        List<Contracts.Outage> outages =
                contracts.outages(Instant.ofEpochSecond(from), Instant.ofEpochSecond(Math.max(from, to)));
        return promised.stream()
                .map(contract -> new ContractView(
                        contract,
                        contract.measure() == Measure.AVAILABILITY && calendars.containsKey(contract.calendar())
                                ? measured(contract, calendars.get(contract.calendar()), outages, from, to)
                                : null,
                        links.stream()
                                .filter(link -> link.contract().equals(contract))
                                .map(link -> view(link, kept))
                                .toList()))
                .toList();
    }

    /** The month that pages open with. */
    @RolesAllowed(Roles.USER)
    public YearMonth currentPeriod() {
        return levels.currentPeriod();
    }

    /**
     * What an agreement promises and no supplier's promise can carry, also of one that is not signed yet.
     *
     * @param on the date whose levels and contracts are compared
     */
    @RolesAllowed({Roles.PROVIDER_STAFF, Roles.OBSERVER})
    public List<ChainLink> tooWeak(AgreementNumber agreement, LocalDate on) {
        return new Chain(contracts.on(on), contracts.needs(), covers(promises.calendars(on), YearMonth.from(on)))
                .links(contracts.promises(on, Optional.of(agreement))).stream()
                        .filter(ChainLink::isWeak)
                        .toList();
    }

    /** A calendar covers another when it is open whenever the other is, over the year that ends with the month. */
    private static BiPredicate<String, String> covers(Map<String, ServiceCalendar> calendars, YearMonth month) {
        long from = second(month.minusMonths(11).atDay(1));
        long to = second(month.plusMonths(1).atDay(1));
        return (wide, narrow) -> wide.equals(narrow)
                || (calendars.containsKey(wide)
                        && calendars.containsKey(narrow)
                        && calendars
                                .get(narrow)
                                .open(from, to)
                                .minus(calendars.get(wide).open(from, to))
                                .isEmpty());
    }

    private static ContractView.Measured measured(
            Contract contract, ServiceCalendar calendar, List<Contracts.Outage> outages, long from, long to) {
        Spans agreed = calendar.open(from, Math.max(from, to));
        List<Contracts.Outage> own = outages.stream()
                .filter(outage -> outage.service().equals(contract.service()))
                .toList();
        long everybody = downtime(agreed, own.stream().filter(outage -> outage.agency() == null), to);
        Map<String, String> hit = new TreeMap<>();
        own.stream()
                .filter(outage -> outage.agency() != null)
                .forEach(outage -> hit.put(outage.agency(), outage.agencyName()));
        ContractView.Hit worst = hit.entrySet().stream()
                .map(agency -> {
                    long down = downtime(
                            agreed,
                            own.stream()
                                    .filter(outage -> outage.agency() == null
                                            || outage.agency().equals(agency.getKey())),
                            to);
                    return new ContractView.Hit(
                            OrgNumber.of(agency.getKey()), agency.getValue(), down, keeps(contract, agreed, down));
                })
                .filter(one -> one.downtimeSeconds() > everybody)
                .max(Comparator.comparingLong(ContractView.Hit::downtimeSeconds))
                .orElse(null);
        return new ContractView.Measured(agreed.seconds(), everybody, keeps(contract, agreed, everybody), worst);
    }

    private static boolean keeps(Contract contract, Spans agreed, long downtime) {
        return agreed.seconds() == 0
                || Share.of(agreed.seconds() - downtime, agreed.seconds())
                                .times(Share.of(100))
                                .compareTo(Share.of(contract.target()))
                        >= 0;
    }

    private static long downtime(Spans agreed, Stream<Contracts.Outage> outages, long to) {
        List<long[]> pairs = new ArrayList<>();
        outages.forEach(outage ->
                pairs.add(new long[] {outage.from(), outage.to() == null ? to : Math.min(outage.to(), to)}));
        return agreed.intersection(Spans.union(
                        pairs.stream().filter(pair -> pair[1] > pair[0]).toList()))
                .seconds();
    }

    private static ContractView.LinkView view(ChainLink link, Map<String, Contracts.Kept> kept) {
        Contracts.Kept lines = kept.getOrDefault(
                link.promise().service() + "~" + link.promise().level(), Contracts.Kept.NOTHING);
        return new ContractView.LinkView(
                link,
                lines.met(),
                lines.breached(),
                lines.upstream(),
                missing(link).orElse(null));
    }

    private static Optional<BigDecimal> missing(ChainLink link) {
        return Optional.ofNullable(link.carried())
                .map(carried -> Share.of(link.promise().target()).minus(carried))
                .filter(lack -> lack.signum() > 0)
                .map(lack -> lack.round(DECIMALS, RoundingMode.CEILING).stripTrailingZeros());
    }

    private static long second(LocalDate date) {
        return date.atStartOfDay(ZONE).toEpochSecond();
    }
}
