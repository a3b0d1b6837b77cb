package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.sla.engine.Case;
import no.fellesdrift.sla.engine.ServiceCalendar;
import org.junit.jupiter.api.Test;

/** A case counts once, by what its line was promised in the period in which it is decided. */
class CountedCasesTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final long HOUR = 3_600;
    private static final Map<String, List<Promised.CalendarVersion>> ALWAYS = Map.of(
            "24X7",
            List.of(new Promised.CalendarVersion(
                    1,
                    DateRange.from(LocalDate.parse("2025-01-01")),
                    ServiceCalendar.Definition.aroundTheClock(OSLO))));

    @Test
    void a_case_that_was_overdue_under_the_former_package_does_not_count_again_under_the_new_one() {
        LineTimeline line = line(part("BRISK", null, "2026-10-01"), part("CALM", "2026-10-01", null));
        List<ServiceLevel> levels =
                List.of(level("B", "BRISK", "MONTH", 8 * HOUR), level("C", "CALM", "MONTH", 1_000 * HOUR));
        CountedCases.Running late = ticket("2026-09-10T08:00:00Z", "2026-10-02T08:00:00Z");

        assertThat(met("2026-09", line, levels, late)).containsOnly(Map.entry("B", List.of(false)));
        assertThat(met("2026-10", line, levels, late)).isEmpty();
    }

    @Test
    void a_case_that_runs_when_the_package_changes_is_judged_by_the_one_under_which_it_stops() {
        LineTimeline line = line(part("BRISK", null, "2026-10-01"), part("CALM", "2026-10-01", null));
        List<ServiceLevel> levels =
                List.of(level("B", "BRISK", "MONTH", 72 * HOUR), level("C", "CALM", "MONTH", 100 * HOUR));
        CountedCases.Running over = ticket("2026-09-29T08:00:00Z", "2026-10-03T08:00:00Z");

        assertThat(met("2026-09", line, levels, over)).isEmpty();
        assertThat(met("2026-10", line, levels, over)).containsOnly(Map.entry("C", List.of(true)));
    }

    @Test
    void a_quarter_in_which_the_package_changes_is_judged_in_two_parts() {
        LineTimeline line = line(part("BRISK", null, "2026-11-01"), part("CALM", "2026-11-01", null));
        List<ServiceLevel> levels =
                List.of(level("B", "BRISK", "QUARTER", 8 * HOUR), level("C", "CALM", "QUARTER", 100 * HOUR));

        assertThat(met(
                        "2026-12",
                        line,
                        levels,
                        ticket("2026-10-05T08:00:00Z", "2026-10-05T16:00:00Z"),
                        ticket("2026-10-06T08:00:00Z", "2026-10-06T16:00:01Z"),
                        ticket("2026-11-06T08:00:00Z", "2026-11-10T08:00:00Z"),
                        ticket("2026-10-30T08:00:00Z", "2026-11-01T08:00:00Z")))
                .containsOnly(Map.entry("B", List.of(true, false, false)), Map.entry("C", List.of(true)));
    }

    @Test
    void what_was_counted_for_a_quarter_of_the_former_package_is_not_counted_for_a_month_of_the_new_one() {
        LineTimeline line = line(part("BRISK", null, "2026-11-01"), part("CALM", "2026-11-01", null));
        List<ServiceLevel> levels =
                List.of(level("B", "BRISK", "QUARTER", 8 * HOUR), level("C", "CALM", "MONTH", 1_000 * HOUR));
        CountedCases.Running late = ticket("2026-10-05T08:00:00Z", "2026-11-05T08:00:00Z");

        assertThat(met("2026-11", line, levels, late)).doesNotContainKey("C");
        assertThat(met("2026-12", line, levels, late)).containsOnly(Map.entry("B", List.of(false)));
    }

    @Test
    void a_case_that_stopped_before_there_was_a_level_for_it_is_none_of_a_later_month() {
        LineTimeline line = line(part("CALM", null, null));
        List<ServiceLevel> levels = List.of(
                level("C1", "CALM", "MONTH", 8 * HOUR, "1", "2026-01-01"),
                level("C2", "CALM", "MONTH", 8 * HOUR, "2", "2026-10-01"));
        CountedCases.Running second = ticket("2026-09-05T08:00:00Z", "2026-09-05T09:00:00Z", "2");

        assertThat(met("2026-09", line, levels, second)).isEmpty();
        assertThat(met("2026-10", line, levels, second)).isEmpty();
    }

    @Test
    void a_package_that_comes_back_judges_both_its_parts() {
        LineTimeline line = line(
                part("CALM", null, "2026-10-10"),
                part("BRISK", "2026-10-10", "2026-10-20"),
                part("CALM", "2026-10-20", null));
        List<ServiceLevel> levels =
                List.of(level("B", "BRISK", "MONTH", 8 * HOUR), level("C", "CALM", "MONTH", 100 * HOUR));

        assertThat(met(
                        "2026-10",
                        line,
                        levels,
                        ticket("2026-10-01T08:00:00Z", "2026-10-01T18:00:00Z"),
                        ticket("2026-10-12T08:00:00Z", "2026-10-12T18:00:00Z"),
                        ticket("2026-10-22T08:00:00Z", "2026-10-22T18:00:00Z")))
                .containsOnly(Map.entry("B", List.of(false)), Map.entry("C", List.of(true, true)));
    }

    /** Of each level that counts any case: whether each was in time. */
    private static Map<String, List<Boolean>> met(
            String month, LineTimeline line, List<ServiceLevel> levels, CountedCases.Running... cases) {
        YearMonth evaluated = YearMonth.parse(month);
        CountedCases counted = new CountedCases(
                new Promised(OSLO, List.of(line), levels, ALWAYS),
                EnumSet.allOf(Measure.class),
                evaluated,
                evaluated.plusMonths(2).atDay(1).atStartOfDay(OSLO).toEpochSecond());
        for (CountedCases.Running one : cases) {
            counted.judge(one);
        }
        Map<String, List<Boolean>> met = new TreeMap<>();
        for (ServiceLevel level : levels) {
            List<Boolean> its = new ArrayList<>();
            counted.of(line, level).forEach(judgement -> its.add(judgement.met()));
            if (!its.isEmpty()) {
                met.put(level.level(), its);
            }
        }
        return met;
    }

    private static LineTimeline line(LineTimeline.Part... packages) {
        return new LineTimeline(
                "RA-050",
                "974760819",
                "COL-MAIL-STD",
                "COL-MAIL",
                List.of(packages),
                5,
                List.of(DateRange.from(LocalDate.parse("2026-01-01"))));
    }

    private static LineTimeline.Part part(String code, String from, String to) {
        return new LineTimeline.Part(
                code,
                new DateRange(
                        from == null ? LocalDate.EPOCH : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to)));
    }

    private static ServiceLevel level(String level, String code, String period, long seconds) {
        return level(level, code, period, seconds, null, "2026-01-01");
    }

    private static ServiceLevel level(
            String level, String code, String period, long seconds, String priority, String from) {
        return new ServiceLevel(
                level,
                code,
                Measure.RESOLUTION,
                priority,
                BigDecimal.valueOf(90),
                seconds,
                null,
                "24X7",
                period,
                "OPENED",
                null,
                "END_OF_PERIOD",
                "SUBTRACT",
                "CONTINUE",
                "RETROACTIVE",
                "ONCE_STOP_OR_DUE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                4,
                "NONE",
                DateRange.from(LocalDate.parse(from)),
                ServiceLevel.Sampled.NONE);
    }

    private static CountedCases.Running ticket(String opened, String solved) {
        return ticket(opened, solved, "1");
    }

    private static CountedCases.Running ticket(String opened, String solved, String priority) {
        long from = OffsetDateTime.parse(opened).toEpochSecond();
        return new CountedCases.Running(
                null,
                "974760819",
                "COL-MAIL-STD",
                from,
                Map.of(
                        Measure.RESOLUTION,
                        new Case(
                                "T-" + opened,
                                "COL-MAIL",
                                from,
                                OffsetDateTime.parse(solved).toEpochSecond(),
                                null,
                                priority,
                                List.of(),
                                List.of(),
                                List.of())),
                Map.of());
    }
}
