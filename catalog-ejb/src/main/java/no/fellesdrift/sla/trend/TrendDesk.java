package no.fellesdrift.sla.trend;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.engine.Spans;
import no.fellesdrift.sla.engine.Step;

/** How service levels develop. An agency sees its own. */
@Stateless
public class TrendDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int MINUTE = 60;

    private static final Set<Step.Effect> EXCUSED =
            EnumSet.of(Step.Effect.MAINTENANCE, Step.Effect.UNDER_MAINTENANCE, Step.Effect.EXCLUDED);

    @Inject
    Trends trends;

    @Inject
    LevelDesk levels;

    @Inject
    CurrentCaller caller;

    /**
     * @param until the newest month; the one that pages open with when left out
     * @throws no.fellesdrift.kernel.Rejection UNKNOWN_ORGANISATION for another agency's
     */
    @RolesAllowed(Roles.USER)
    public Dashboard dashboard(Optional<YearMonth> until, Optional<OrgNumber> organisation, Optional<String> service) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(organisation, SlaReason.UNKNOWN_ORGANISATION);
        levels.bringUpToDate();
        YearMonth month = until.orElseGet(levels::currentPeriod);
        String language = caller.get().language();
        List<Dashboard.Row> services = trends.services(month, agency, service, language);
        List<Dashboard.Row> organisations =
                caller.get().seesAllAgencies() ? trends.organisations(month, agency, service) : List.of();
        int first = firstKnown(services);
        return new Dashboard(
                month,
                IntStream.range(first, Dashboard.MONTHS)
                        .mapToObj(at -> month.minusMonths(Dashboard.MONTHS - 1L - at))
                        .toList(),
                services.stream().map(row -> row.from(first)).toList(),
                organisations.stream().map(row -> row.from(first)).toList(),
                trends.budgets(month, agency, service, language),
                trends.causes(month, agency, service),
                trends.ongoing(agency, service, language),
                days(month, trends.down(month, agency, service, language)));
    }

    /** Months before the first that has a result are not shown; the newest always is. */
    private static int firstKnown(List<Dashboard.Row> rows) {
        return IntStream.range(0, Dashboard.MONTHS - 1)
                .filter(at -> rows.stream().anyMatch(row -> row.cells().get(at) != null))
                .findFirst()
                .orElse(Dashboard.MONTHS - 1);
    }

    /** What counts for any line of a service is down that day; a second counts once, however many lines it hits. */
    private List<Dashboard.Days> days(YearMonth month, List<Trends.Down> down) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<long[]>> counted = new LinkedHashMap<>();
        Map<String, List<long[]>> excused = new LinkedHashMap<>();
        for (Trends.Down result : down) {
            names.put(result.service(), result.name());
            List<long[]> its = counted.computeIfAbsent(result.service(), service -> new ArrayList<>());
            List<long[]> out = excused.computeIfAbsent(result.service(), service -> new ArrayList<>());
            for (Step step : result.steps()) {
                if (step.effect() == Step.Effect.DOWNTIME) {
                    its.add(new long[] {step.from(), step.to()});
                } else if (EXCUSED.contains(step.effect())) {
                    out.add(new long[] {step.from(), step.to()});
                }
            }
        }
        return names.entrySet().stream()
                .map(service -> new Dashboard.Days(
                        service.getKey(),
                        service.getValue(),
                        days(
                                month,
                                Spans.union(counted.get(service.getKey())),
                                Spans.union(excused.get(service.getKey())))))
                .toList();
    }

    private static List<Dashboard.Day> days(YearMonth month, Spans counted, Spans excused) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(date -> {
                    long from = second(date);
                    long to = second(date.plusDays(1));
                    long seconds = counted.secondsBetween(from, to);
                    return new Dashboard.Day(
                            date,
                            (seconds + MINUTE - 1) / MINUTE,
                            seconds == 0 && excused.secondsBetween(from, to) > 0);
                })
                .toList();
    }

    private static long second(LocalDate date) {
        return date.atStartOfDay(ZONE).toEpochSecond();
    }
}
