package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    EvaluatedFacts facts;

    @Inject
    SampleHours samples;

    @Inject
    SlaResults results;

    @Inject
    ResultLists lists;

    @Inject
    Breaches breaches;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<LevelsEvaluated> evaluated;

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
        if (start(period).isAfter(now(period))) {
            throw new Rejection(SlaReason.PERIOD_NOT_BEGUN, period);
        }
    }

    /** As {@link #evaluate(YearMonth)}, telling how many agreement lines are done. */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public EvaluationView evaluate(YearMonth period, Progress progress) {
        EvaluationView done = run(period, progress);
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
        refresh(query.period());
        return lists.page(query, agency, page, caller.get().language());
    }

    /** Hands out the same one by one, for a file. @throws Rejection UNKNOWN_ORGANISATION before the first, for another's */
    @RolesAllowed(Roles.USER)
    public void forEach(ResultQuery query, List<String> sort, Consumer<ResultView> each) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
        refresh(query.period());
        lists.forEach(query, agency, sort, caller.get().language(), each);
    }

    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public StatusCounts counts(ResultQuery query) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
        refresh(query.period());
        return lists.counts(query, agency);
    }

    /**
     * Months that have results, newest first; the worked month among them even before its first evaluation, and the
     * running one for those who evaluate it.
     */
    @RolesAllowed(Roles.USER)
    public List<YearMonth> periods() {
        List<YearMonth> periods = new ArrayList<>(results.periods());
        List<YearMonth> empty = new ArrayList<>(worked());
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
        return setting("worked_month")
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
                        .toList());
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
        worked().stream()
                .filter(month -> !month.isBefore(from) && !month.isAfter(until))
                .forEach(this::refresh);
        return trend.with(lists.availability(line, from, until, language));
    }

    /**
     * The credits that the period's breaches give by the agreements, whatever is decided about them, as far as the
     * caller sees their lines; by line and level. The results are the latest.
     */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public List<CreditDue> creditsDue(YearMonth period) {
        refresh(period);
        Optional<OrgNumber> agency = caller.get().onlyAgency();
        return Crediting.of(breaches.of(period)).stream()
                .filter(credit -> agency.isEmpty() || agency.get().equals(credit.agency()))
                .toList();
    }

    /** Evaluates the worked months and those evaluated last, as far as something new was recorded since. */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public void bringUpToDate() {
        Stream.concat(worked().stream(), results.periods().stream().limit(RECENT))
                .distinct()
                .sorted()
                .forEach(this::refresh);
    }

    /** Evaluates what must not wait to be asked for; see the class comment. */
    private void refresh(YearMonth period) {
        Optional<SlaResults.Evaluated> before = results.evaluated(period);
        boolean first = before.isEmpty() || before.get().seen() == null;
        if (first
                ? worked().contains(period)
                : ended(period) && !facts.seen().equals(before.get().seen())) {
            run(period, Progress.NONE);
        }
    }

    private boolean ended(YearMonth period) {
        return !start(period.plusMonths(1)).isAfter(now(period));
    }

    /** The months that the settings speak of. */
    private List<YearMonth> worked() {
        List<YearMonth> months = new ArrayList<>();
        setting("worked_month").map(YearMonth::parse).ifPresent(worked -> {
            months.add(worked);
            if (setting(measuresOf(worked.minusMonths(1))).isPresent()) {
                months.add(worked.minusMonths(1));
            }
        });
        return months;
    }

    private EvaluationView run(YearMonth period, Progress progress) {
        mustHaveBegun(period);
        Instant now = now(period);
        results.lock(period);
        String seen = facts.seen();
        List<ServiceLevel> promised = levels.levels();
        // what ends with this month may be a quarter or a year
        int months = promised.stream()
                .filter(level -> level.ends(period))
                .mapToInt(ServiceLevel::months)
                .max()
                .orElse(1);
        Instant from = start(period.minusMonths(months - 1L));
        Instant to = start(period.plusMonths(1));
        List<MonthEvaluation.Running> cases = new ArrayList<>(facts.tickets(from, to));
        cases.addAll(levels.orders(from, to));
        Instant recorded = facts.lastRecorded();
        Instant watermark = recorded.isAfter(now) ? recorded : now;
        SlaResults.Appending appending = results.append(period, now, watermark);
        MonthEvaluation.of(
                new MonthEvaluation.Ground(
                        ZONE,
                        levels.lines(),
                        promised,
                        levels.calendars(),
                        levels.needs(),
                        facts.touching(from, to),
                        cases,
                        measures(period),
                        samples::forEach),
                period,
                now,
                Optional.empty(),
                progress,
                appending);
        int appended = appending.finish();
        results.evaluated(period, now, watermark, seen);
        evaluated.fire(new LevelsEvaluated(period, ended(period), appended));
        return new EvaluationView(period.toString(), appending.seen(), appended, now, watermark);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    /** The worked month and those before it are looked at from the instant the settings give, others from the clock. */
    private Instant now(YearMonth period) {
        Optional<Instant> settled = setting("evaluated_at")
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .filter(at -> setting("worked_month")
                        .map(YearMonth::parse)
                        .filter(worked -> !period.isAfter(worked))
                        .isPresent());
        return settled.orElseGet(clock::instant);
    }

    /** All, but for a month of the worked month's year that the settings narrow. */
    private Set<Measure> measures(YearMonth period) {
        boolean sameYear = setting("worked_month")
                .map(YearMonth::parse)
                .filter(worked -> worked.getYear() == period.getYear())
                .isPresent();
        Optional<String> narrowed = sameYear ? setting(measuresOf(period)) : Optional.empty();
        if (narrowed.isEmpty()) {
            return EnumSet.allOf(Measure.class);
        }
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : narrowed.get().split("[;, ]+", -1)) {
            measures.add(Measure.valueOf(name));
        }
        return measures;
    }

    private static String measuresOf(YearMonth period) {
        return period.getMonth().name().toLowerCase(Locale.ROOT) + "_measures";
    }

    private Optional<String> setting(String name) {
        return levels.setting(name);
    }
}
