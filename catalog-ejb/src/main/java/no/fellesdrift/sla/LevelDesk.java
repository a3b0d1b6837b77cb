package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/**
 * The levels of a month: evaluated, listed and explained. An agency sees its own lines'.
 *
 * <p>A finished month that was evaluated once is evaluated again by itself when something new was recorded since; the
 * worked month of the settings, and the month before it, also the first time. Any other month only when the
 * service-level manager asks: a month without measurements would otherwise look perfect.
 */
@Stateless
public class LevelDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int RECENT = 2;

    @Inject
    ServiceLevels levels;

    @Inject
    LevelEvaluation evaluation;

    @Inject
    SlaResults results;

    @Inject
    ResultLists lists;

    @Inject
    AgreedDays days;

    @Inject
    CreditedBreaches breaches;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * Evaluates all levels of all lines for a month.
     *
     * @throws Rejection PERIOD_NOT_BEGUN
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public EvaluationView evaluate(YearMonth period) {
        return evaluate(period, Progress.NONE);
    }

    /** Refuses a month that nothing can be said about yet. @throws Rejection PERIOD_NOT_BEGUN */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void mustHaveBegun(YearMonth period) {
        evaluation.mustHaveBegun(period);
    }

    /** As {@link #evaluate(YearMonth)}, telling how many agreement lines are done. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public EvaluationView evaluate(YearMonth period, Progress progress) {
        EvaluationView done = evaluation.of(period, progress);
        happened.fire(new Happened(
                "sla.evaluate",
                "SlaResult",
                period.toString(),
                null,
                null,
                null,
                done.results() + "/" + done.appended()));
        return done;
    }

    /** @throws Rejection UNKNOWN_ORGANISATION for another agency's */
    @RolesAllowed(Roles.USER)
    public Paged<ResultView> results(ResultQuery query, PageRequest page) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
        evaluation.refresh(query.period());
        return lists.page(query, agency, page, caller.get().language());
    }

    /** Hands out the same one by one, for a file. @throws Rejection UNKNOWN_ORGANISATION before the first, for another's */
    @RolesAllowed(Roles.USER)
    public void forEach(ResultQuery query, List<String> sort, Consumer<ResultView> each) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
        evaluation.refresh(query.period());
        lists.forEach(query, agency, sort, caller.get().language(), each);
    }

    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public StatusCounts counts(ResultQuery query) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
        evaluation.refresh(query.period());
        return lists.counts(query, agency);
    }

    /**
     * Months that have results, newest first; the worked month among them even before its first evaluation, and the
     * running one for those who evaluate it.
     */
    @RolesAllowed(Roles.USER)
    public List<YearMonth> periods() {
        List<YearMonth> periods = new ArrayList<>(results.periods());
        List<YearMonth> empty = new ArrayList<>(evaluation.worked());
        if (caller.get().has(Role.SERVICE_LEVEL_MANAGER) || caller.get().has(Role.ADMINISTRATOR)) {
            empty.add(YearMonth.from(clock.instant().atZone(ZONE)));
        }
        for (YearMonth month : empty) {
            if (!periods.contains(month)) {
                periods.add(month);
            }
        }
        periods.sort((a, b) -> b.compareTo(a));
        return periods;
    }

    /** Something to narrow a list by. */
    public record Choice(String code, String name) {}

    /** The agencies that have results in the month, as far as the caller sees them, by name. */
    @RolesAllowed(Roles.USER)
    public List<Choice> organisations(YearMonth period) {
        return lists.organisations(period, caller.get().onlyAgency());
    }

    /** The services that have results in the month, by name. */
    @RolesAllowed(Roles.USER)
    public List<Choice> services(YearMonth period) {
        return lists.services(period, caller.get().onlyAgency(), caller.get().language());
    }

    /** The month that pages open with. */
    @RolesAllowed(Roles.USER)
    public YearMonth currentPeriod() {
        return levels.setting("worked_month")
                .map(YearMonth::parse)
                .orElseGet(() -> YearMonth.from(clock.instant().atZone(ZONE)).minusMonths(1));
    }

    /**
     * @param id {@code <period>~<line>~<level>~<version>}
     * @throws Rejection UNKNOWN_RESULT, also for another agency's
     */
    @RolesAllowed(Roles.USER)
    public ResultView result(String id) {
        String[] parts = id.split("~", -1);
        if (parts.length != 4 || !parts[3].matches("[0-9]{1,9}")) {
            throw new Rejection(SlaReason.UNKNOWN_RESULT, id);
        }
        ResultView result = lists.find(
                        parts[0],
                        parts[1],
                        parts[2],
                        Integer.parseInt(parts[3]),
                        caller.get().language())
                .orElseThrow(() -> new Rejection(SlaReason.UNKNOWN_RESULT, id));
        caller.get().mustSee(OrgNumber.of(result.organisation()), SlaReason.UNKNOWN_RESULT, id);
        return result;
    }

    /** The working of a result, interval by interval. @throws Rejection UNKNOWN_RESULT, also for another agency's */
    @RolesAllowed(Roles.USER)
    public ExplanationView explanation(String id) {
        ResultView result = result(id);
        return new ExplanationView(
                result,
                lists.steps(result.key()),
                lists.versions(result, caller.get().language()).stream()
                        .map(version -> new ExplanationView.VersionView(
                                version.id(),
                                version.version(),
                                version.status().name(),
                                version.shown() ? version.displayed().toPlainString() : null,
                                version.evaluatedAt()))
                        .toList(),
                days.of(result));
    }

    /**
     * An agreement line's availability in the twelve months that end with this one.
     *
     * @throws Rejection UNKNOWN_LINE, also for another agency's
     */
    @RolesAllowed(Roles.USER)
    public LineTrend availability(String line, YearMonth until) {
        String language = caller.get().language();
        LineTrend trend =
                lists.line(line, until, language).orElseThrow(() -> new Rejection(SlaReason.UNKNOWN_LINE, line));
        caller.get().mustSee(trend.organisation(), SlaReason.UNKNOWN_LINE, line);
        YearMonth from = until.minusMonths(LineTrend.MONTHS - 1L);
        evaluation.worked().stream()
                .filter(month -> !month.isBefore(from) && !month.isAfter(until))
                .forEach(evaluation::refresh);
        return trend.with(lists.availability(line, from, until, language));
    }

    /**
     * The credits that the period's breaches give by the agreements, whatever is decided about them, as far as the
     * caller sees their lines; by line and level. The results are the latest.
     */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public List<CreditDue> creditsDue(YearMonth period) {
        evaluation.refresh(period);
        Optional<OrgNumber> agency = caller.get().onlyAgency();
        return Crediting.of(breaches.of(period)).stream()
                .filter(credit -> agency.isEmpty() || agency.get().equals(credit.agency()))
                .toList();
    }

    /** Evaluates the worked months and those evaluated last, as far as something new was recorded since. */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public void bringUpToDate() {
        Stream.concat(evaluation.worked().stream(), results.periods().stream().limit(RECENT))
                .distinct()
                .sorted()
                .forEach(evaluation::refresh);
    }

    /** Evaluates the running month as far as it has come, once anything was measured in it. */
    @RolesAllowed(Roles.SYSTEM)
    public void evaluateRunning() {
        YearMonth running = YearMonth.from(clock.instant().atZone(ZONE));
        if (evaluation.measured(running)) {
            evaluate(running);
        }
    }
}
