package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Fact.Scope;
import org.junit.jupiter.api.Test;

/**
 * Laws that hold for every service level, each tried on a thousand generated cases, or as many as {@code -Dlaws.cases=…}
 * says: 100 000 with {@code -Pfull}.
 */
class ServiceLevelLawsTest {

    private static final int CASES = Integer.getInteger("laws.cases", 1_000);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final long OCTOBER = second("2026-10-01T00:00:00+02:00");
    private static final long NOVEMBER = second("2026-11-01T00:00:00+01:00");
    private static final Scope EVERYWHERE = new Scope("COL-MAIL", null, null);

    private final Random random = new Random(20261001);

    private static long second(String instant) {
        return java.time.OffsetDateTime.parse(instant).toEpochSecond();
    }

    static ServiceCalendar office() {
        List<ServiceCalendar.Range> day = List.of(new ServiceCalendar.Range(27_000, 57_600));
        return new ServiceCalendar(new ServiceCalendar.Definition(
                OSLO,
                Map.of(
                        DayOfWeek.MONDAY, day,
                        DayOfWeek.TUESDAY, day,
                        DayOfWeek.WEDNESDAY, day,
                        DayOfWeek.THURSDAY, day,
                        DayOfWeek.FRIDAY, day),
                Set.of(LocalDate.of(2026, 12, 25)),
                Set.of(),
                Map.of(LocalDate.of(2026, 12, 24), List.of(new ServiceCalendar.Range(27_000, 43_200))),
                Map.of(),
                List.of()));
    }

    private Spans spans(int most, int range) {
        List<long[]> pairs = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            long from = random.nextInt(range);
            pairs.add(new long[] {from, from + random.nextInt(range / 4)});
        }
        return Spans.union(pairs);
    }

    private static BitSet bits(Spans spans) {
        BitSet bits = new BitSet();
        spans.pairs().forEach(pair -> bits.set((int) pair[0], (int) pair[1]));
        return bits;
    }

    @Test
    void union_intersection_and_difference_agree_with_counting_every_second() {
        for (int i = 0; i < CASES; i++) {
            Spans a = spans(6, 60);
            Spans b = spans(6, 60);
            BitSet union = bits(a);
            union.or(bits(b));
            BitSet common = bits(a);
            common.and(bits(b));
            BitSet rest = bits(a);
            rest.andNot(bits(b));
            assertThat(bits(a.union(b))).isEqualTo(union);
            assertThat(bits(a.intersection(b))).isEqualTo(common);
            assertThat(bits(a.minus(b))).isEqualTo(rest);
            assertThat(a.union(b).seconds()).isEqualTo(union.cardinality());
            int n = random.nextInt(30);
            assertThat(a.first(n).seconds()).isEqualTo(Math.min(n, a.seconds()));
            int at = random.nextInt(80);
            assertThat(a.secondsBefore(at)).isEqualTo(bits(a).get(0, at).cardinality());
        }
    }

    @Test
    void union_is_idempotent_and_independent_of_order() {
        for (int i = 0; i < CASES; i++) {
            Spans a = spans(8, 200);
            List<long[]> pairs = new ArrayList<>(a.pairs());
            pairs.addAll(a.pairs());
            Collections.shuffle(pairs, random);
            assertThat(Spans.union(pairs)).isEqualTo(a);
            assertThat(a.union(a)).isEqualTo(a);
        }
    }

    @Test
    void fewer_than_all_up_is_the_union_and_none_up_the_intersection() {
        for (int i = 0; i < CASES; i++) {
            List<Spans> parts = List.of(spans(5, 100), spans(5, 100), spans(5, 100));
            assertThat(Calculations.fewerUp(parts, 3))
                    .isEqualTo(parts.get(0).union(parts.get(1)).union(parts.get(2)));
            assertThat(Calculations.fewerUp(parts, 1))
                    .isEqualTo(parts.get(0).intersection(parts.get(1)).intersection(parts.get(2)));
        }
    }

    @Test
    void elapsed_time_adds_up_over_any_instant_between() {
        ServiceCalendar calendar = office();
        for (int i = 0; i < CASES; i++) {
            long a = OCTOBER + random.nextInt(9_000_000);
            long b = a + random.nextInt(3_000_000);
            long c = b + random.nextInt(3_000_000);
            assertThat(calendar.seconds(a, c)).isEqualTo(calendar.seconds(a, b) + calendar.seconds(b, c));
        }
    }

    @Test
    void the_time_elapsed_at_the_due_instant_is_the_target_with_and_without_pauses() {
        ServiceCalendar calendar = office();
        for (int i = 0; i < CASES; i++) {
            long start = OCTOBER + random.nextInt(9_000_000);
            long seconds = 1L + random.nextInt(500_000);
            List<long[]> pairs = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                long from = start + random.nextInt(600_000);
                pairs.add(new long[] {from, from + random.nextInt(200_000)});
            }
            Spans pauses = Spans.union(pairs);
            for (Boundary boundary : Boundary.values()) {
                long due = calendar.due(start, seconds, boundary);
                assertThat(calendar.seconds(start, due)).isEqualTo(seconds);
                long later = calendar.due(start, seconds, boundary, pauses).orElseThrow();
                assertThat(calendar.open(start, later).minus(pauses).seconds()).isEqualTo(seconds);
                assertThat(later).isGreaterThanOrEqualTo(due);
            }
            long due = calendar.due(start, seconds, Boundary.END_OF_PERIOD);
            assertThat(calendar.seconds(start, due - 1)).isEqualTo(seconds - 1);
            long back = calendar.dueBackward(due, seconds);
            assertThat(calendar.seconds(back, due)).isEqualTo(seconds);
            assertThat(calendar.seconds(back + 1, due)).isEqualTo(seconds - 1);
        }
    }

    @Test
    void an_open_pause_keeps_the_due_instant_from_running() {
        ServiceCalendar calendar = office();
        long start = second("2026-10-05T08:00:00+02:00");
        Spans pause = Spans.of(start + 3_600, Long.MAX_VALUE);
        assertThat(calendar.due(start, 3_601, Boundary.END_OF_PERIOD, pause)).isEmpty();
        assertThat(calendar.due(start, 3_600, Boundary.END_OF_PERIOD, pause)).hasValue(start + 3_600);
        assertThat(calendar.due(start, 3_600, Boundary.NEXT_OPEN, pause)).isEmpty();
    }

    @Test
    void around_the_clock_has_the_same_sum_in_every_zone_and_the_lengths_of_march_and_october_are_oslos() {
        for (String zone : List.of("UTC", "Europe/Oslo", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe")) {
            ServiceCalendar calendar = new ServiceCalendar(ServiceCalendar.Definition.aroundTheClock(ZoneId.of(zone)));
            for (int i = 0; i < CASES / 5; i++) {
                long a = OCTOBER + random.nextInt(90_000_000);
                long b = a + random.nextInt(90_000_000);
                assertThat(calendar.seconds(a, b)).isEqualTo(b - a);
            }
        }
        ServiceCalendar oslo = new ServiceCalendar(ServiceCalendar.Definition.aroundTheClock(OSLO));
        assertThat(oslo.seconds(second("2026-03-01T00:00:00+01:00"), second("2026-04-01T00:00:00+02:00")))
                .isEqualTo(743 * 3_600);
        assertThat(oslo.seconds(OCTOBER, NOVEMBER)).isEqualTo(745 * 3_600);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            long from = OCTOBER - 200_000 + random.nextInt(3_000_000);
            facts.add(new Fact.Outage(
                    "U-" + i,
                    EVERYWHERE,
                    from,
                    random.nextInt(10) == 0 ? Long.MAX_VALUE : from + 1 + random.nextInt(100_000),
                    List.of(Cause.values()).get(random.nextInt(3)),
                    random.nextInt(6) == 0));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = OCTOBER + random.nextInt(2_600_000);
            long to = from + 3_600 + random.nextInt(20_000);
            facts.add(new Fact.Maintenance(
                    "V-" + i,
                    EVERYWHERE,
                    from,
                    to,
                    from - random.nextInt(2_000),
                    to + random.nextInt(4_000),
                    random.nextBoolean(),
                    Cause.PROVIDER,
                    from - 72 * 3_600 + random.nextInt(3) - 1,
                    random.nextInt(4) > 0));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = OCTOBER + random.nextInt(2_600_000);
            facts.add(new Fact.Unknown("K-" + i, EVERYWHERE, from, from + random.nextInt(80_000)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            long from = OCTOBER + random.nextInt(2_600_000);
            facts.add(new Fact.Exclusion(
                    "F-" + i, EVERYWHERE, from, from + random.nextInt(80_000), random.nextBoolean()));
        }
        return facts;
    }

    private Availability.Policy policy() {
        return new Availability.Policy(
                random.nextBoolean(),
                72,
                random.nextBoolean() ? null : 1 + random.nextInt(4),
                List.of(UnknownPolicy.values()).get(random.nextInt(3)),
                Share.of(9, 10));
    }

    private static final Spans AGREED = office().open(OCTOBER, NOVEMBER);

    private static Availability.Outcome evaluate(Availability.Policy policy, List<? extends Fact> facts) {
        Spans agreed = AGREED;
        return Availability.of(
                policy,
                agreed,
                List.of(new Availability.TargetPart(Share.of(995, 1_000), agreed.seconds())),
                facts,
                NOVEMBER);
    }

    @Test
    void every_agreed_second_is_accounted_for_once() {
        for (int i = 0; i < CASES; i++) {
            Availability.Policy policy = policy();
            Availability.Outcome outcome = evaluate(policy, facts());
            assertThat(outcome.downtimeByCause().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(outcome.downtime());
            assertThat(outcome.base())
                    .isEqualTo(
                            policy.removed()
                                    ? outcome.agreed() - outcome.maintenance() - outcome.excluded()
                                    : outcome.agreed());
            assertThat(told(outcome, Step.Effect.DOWNTIME)).isEqualTo(outcome.downtime());
            assertThat(told(outcome, Step.Effect.MAINTENANCE)).isEqualTo(outcome.maintenance());
            assertThat(told(outcome, Step.Effect.UNKNOWN)).isEqualTo(outcome.unknown());
            assertThat(outcome.maintenance() + outcome.excluded() + outcome.downtime() + outcome.unknown())
                    .isLessThanOrEqualTo(outcome.agreed());
            assertThat(outcome.numerator()).isBetween(0L, outcome.denominator());
        }
    }

    private static Availability.Outcome figures(Availability.Outcome outcome) {
        return new Availability.Outcome(
                outcome.status(),
                outcome.agreed(),
                outcome.maintenance(),
                outcome.excluded(),
                outcome.base(),
                outcome.grossDowntime(),
                outcome.downtime(),
                outcome.unknown(),
                outcome.downtimeByCause(),
                outcome.numerator(),
                outcome.denominator(),
                outcome.target(),
                outcome.errorBudget(),
                outcome.errorBudgetRemaining(),
                outcome.down(),
                List.of());
    }

    private static long told(Availability.Outcome outcome, Step.Effect effect) {
        return outcome.steps().stream()
                .filter(step -> step.effect() == effect)
                .mapToLong(Step::seconds)
                .sum();
    }

    @Test
    void the_order_in_which_facts_arrive_does_not_matter() {
        for (int i = 0; i < CASES; i++) {
            Availability.Policy policy = policy();
            List<Fact> facts = facts();
            Availability.Outcome once = evaluate(policy, facts);
            Collections.shuffle(facts, random);
            Availability.Outcome again = evaluate(policy, facts);
            assertThat(figures(again)).isEqualTo(figures(once));
            assertThat(again.steps()).containsExactlyInAnyOrderElementsOf(once.steps());
        }
    }

    @Test
    void splitting_an_outage_into_two_adjacent_parts_changes_no_figure() {
        for (int i = 0; i < CASES; i++) {
            Availability.Policy policy = policy();
            List<Fact> whole = facts();
            List<Fact> parts = new ArrayList<>();
            for (Fact fact : whole) {
                if (fact instanceof Fact.Outage outage && outage.to() - outage.from() > 1) {
                    long middle =
                            outage.from() + 1 + random.nextInt((int) Math.min(50_000, outage.to() - outage.from() - 1));
                    parts.add(new Fact.Outage(
                            outage.key() + "a",
                            outage.scope(),
                            outage.from(),
                            middle,
                            outage.cause(),
                            outage.degraded()));
                    parts.add(new Fact.Outage(
                            outage.key() + "b",
                            outage.scope(),
                            middle,
                            outage.to(),
                            outage.cause(),
                            outage.degraded()));
                } else {
                    parts.add(fact);
                }
            }
            assertThat(figures(evaluate(policy, parts))).isEqualTo(figures(evaluate(policy, whole)));
        }
    }

    @Test
    void adding_an_approved_exclusion_of_downtime_never_lowers_availability() {
        for (int i = 0; i < CASES; i++) {
            Availability.Policy policy = policy();
            List<Fact> facts = facts();
            Availability.Outcome before = evaluate(policy, facts);
            List<Fact> more = new ArrayList<>(facts);
            for (Step step : before.steps()) {
                if (step.effect() == Step.Effect.DOWNTIME && random.nextBoolean()) {
                    more.add(new Fact.Exclusion("F-new", EVERYWHERE, step.from(), step.to(), true));
                }
            }
            Availability.Outcome after = evaluate(policy, more);
            if (before.denominator() > 0 && after.denominator() > 0) {
                assertThat(Share.of(after.numerator(), after.denominator()))
                        .isGreaterThanOrEqualTo(Share.of(before.numerator(), before.denominator()));
            }
        }
    }

    @Test
    void a_month_looked_at_an_hour_late_is_the_same_month() {
        for (int i = 0; i < CASES; i++) {
            Availability.Policy policy = policy();
            List<Fact> facts = facts();
            List<Fact> later = facts.stream()
                    .map(fact -> fact instanceof Fact.Outage outage && outage.to() == Long.MAX_VALUE
                            ? new Fact.Outage(
                                    outage.key(),
                                    outage.scope(),
                                    outage.from(),
                                    NOVEMBER + 3_600,
                                    outage.cause(),
                                    outage.degraded())
                            : fact)
                    .toList();
            assertThat(figures(evaluate(policy, later))).isEqualTo(figures(evaluate(policy, facts)));
        }
    }

    @Test
    void a_case_counts_in_exactly_one_period_and_what_happens_later_does_not_change_an_earlier_one() {
        CaseRule rule = new CaseRule(office(), 61_200L, null, null, Boundary.END_OF_PERIOD, true);
        long december = second("2026-12-01T00:00:00+01:00");
        for (int i = 0; i < CASES; i++) {
            long start = OCTOBER + random.nextInt(2_600_000);
            long stop = start + random.nextInt(4_000_000);
            long pausedAt = start + random.nextInt(300_000);
            List<long[]> pauses = List.of(new long[] {pausedAt, pausedAt + random.nextInt(2_000_000)});
            Case full = new Case("S", "COL-MAIL", start, stop, null, "P2", pauses, List.of(), List.of());
            Case asKnown = new Case(
                    "S",
                    "COL-MAIL",
                    start,
                    stop < NOVEMBER ? stop : null,
                    null,
                    "P2",
                    pauses.get(0)[1] < NOVEMBER ? pauses : List.of(new long[] {pausedAt, Long.MAX_VALUE}),
                    List.of(),
                    List.of());
            Case.Judgement october = full.judge(rule, NOVEMBER);
            assertThat(asKnown.judge(rule, NOVEMBER) == null).isEqualTo(october == null);
            if (october != null) {
                assertThat(asKnown.judge(rule, NOVEMBER).met()).isEqualTo(october.met());
            } else {
                assertThat(stop).isGreaterThanOrEqualTo(NOVEMBER);
            }
            assertThat(full.judge(rule, Math.max(december, stop + 1))).isNotNull();
        }
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        ServiceCalendar never = new ServiceCalendar(
                new ServiceCalendar.Definition(OSLO, Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), List.of()));
        org.assertj.core.api.Assertions.assertThatThrownBy(never::mustOpen).isInstanceOf(CalendarNeverOpen.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> never.due(OCTOBER, 1, Boundary.END_OF_PERIOD))
                .isInstanceOf(CalendarNeverOpen.class);
        assertThat(never.isOpen(OCTOBER)).isFalse();
        assertThat(never.nextOpening(Instant.ofEpochSecond(OCTOBER).getEpochSecond()))
                .isEmpty();
    }
}
