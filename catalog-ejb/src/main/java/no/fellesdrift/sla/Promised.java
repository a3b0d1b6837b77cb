package no.fellesdrift.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;

/** What is promised to whom and when, looked up once for an evaluation. */
final class Promised {

    /** A calendar's version and the dates it holds for. */
    record CalendarVersion(int version, DateRange validity, ServiceCalendar.Definition definition) {}

    /**
     * A calendar as it is used in a period.
     *
     * @param versions those that hold in it: {@code v1, v2}
     */
    record Hours(String code, String versions, ServiceCalendar calendar) {}

    private final ZoneId zone;
    private final Map<String, List<CalendarVersion>> calendars;
    private final Map<String, List<LineTimeline>> linesByOffering = new HashMap<>();
    private final Map<String, LineTimeline> linesByNumber = new TreeMap<>();
    /** Versions of each level of a package, by level code. */
    private final Map<String, Map<String, List<ServiceLevel>>> packages = new HashMap<>();

    private final Map<String, ServiceCalendar> compiled = new HashMap<>();
    private final Map<String, Spans> opens = new HashMap<>();

    /** @param zone of local dates and months */
    Promised(
            ZoneId zone,
            List<LineTimeline> lines,
            List<ServiceLevel> levels,
            Map<String, List<CalendarVersion>> calendars) {
        this.zone = zone;
        this.calendars = calendars;
        lines.stream().sorted(Comparator.comparing(LineTimeline::line)).forEach(line -> {
            linesByNumber.put(line.line(), line);
            linesByOffering
                    .computeIfAbsent(line.agency() + "/" + line.offering(), key -> new ArrayList<>())
                    .add(line);
        });
        levels.stream()
                .sorted(Comparator.comparing(level -> level.validity().start()))
                .forEach(level -> packages.computeIfAbsent(level.packageCode(), key -> new TreeMap<>())
                        .computeIfAbsent(level.level(), key -> new ArrayList<>())
                        .add(level));
    }

    ZoneId zone() {
        return zone;
    }

    /** In order of their numbers. */
    Collection<LineTimeline> lines() {
        return linesByNumber.values();
    }

    Optional<LineTimeline> line(String number) {
        return Optional.ofNullable(linesByNumber.get(number));
    }

    /** The line of an agency's offering that exists at the instant. */
    Optional<LineTimeline> line(String agency, String offering, long at) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(at), zone);
        return linesByOffering.getOrDefault(agency + "/" + offering, List.of()).stream()
                .filter(line -> line.exists(date))
                .findFirst();
    }

    /** Each level with its versions in order of time. */
    Collection<List<ServiceLevel>> levels(String packageCode) {
        return packages.getOrDefault(packageCode, Map.of()).values();
    }

    /** All versions of a level, in order of time. */
    List<ServiceLevel> versions(ServiceLevel level) {
        return packages.get(level.packageCode()).get(level.level());
    }

    /**
     * A level's service hours in a period, if its calendar has a version for every day on which the level holds.
     *
     * @param holding when it does
     */
    Optional<Hours> hours(String calendar, DateRange period, List<DateRange> holding) {
        List<CalendarVersion> versions = calendars.getOrDefault(calendar, List.of());
        List<CalendarVersion> used = versions.stream()
                .filter(version -> version.validity().overlaps(period))
                .toList();
        Spans covered = seconds(versions.stream().map(CalendarVersion::validity).toList(), period);
        return used.isEmpty() || !seconds(holding, period).minus(covered).isEmpty()
                ? Optional.empty()
                : Optional.of(new Hours(
                        calendar,
                        used.stream().map(version -> "v" + version.version()).collect(Collectors.joining(", ")),
                        calendar(calendar)));
    }

    /** The calendar with all its versions, each day by the one that holds on it; empty when there is no such calendar. */
    Optional<ServiceCalendar> everyDay(String code) {
        return calendars.getOrDefault(code, List.of()).isEmpty() ? Optional.empty() : Optional.of(calendar(code));
    }

    private ServiceCalendar calendar(String code) {
        return compiled.computeIfAbsent(code, key -> over(calendars.get(key)));
    }

    /** A calendar that changes with its versions. */
    static ServiceCalendar over(List<CalendarVersion> versions) {
        return ServiceCalendar.succession(versions.stream()
                .collect(Collectors.toMap(version -> version.validity().start(), CalendarVersion::definition)));
    }

    Spans open(Hours hours, DateRange period) {
        return opens.computeIfAbsent(
                hours.code() + "/" + period,
                key -> hours.calendar().open(second(period.start()), second(period.end())));
    }

    /** A target's versions with the agreed seconds of each. */
    List<Availability.TargetPart> targets(List<ServiceLevel> versions, Spans agreed, DateRange period) {
        return versions.stream()
                .map(version -> new Availability.TargetPart(
                        Share.percent(version.targetPercent()),
                        agreed.intersection(seconds(List.of(version.validity()), period))
                                .seconds()))
                .toList();
    }

    Spans seconds(List<DateRange> ranges, DateRange within) {
        return Spans.union(ranges.stream()
                .flatMap(range -> range.intersection(within).stream())
                .map(range -> new long[] {second(range.start()), second(range.end())})
                .toList());
    }

    long second(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    static DateRange period(YearMonth last, int months) {
        return new DateRange(
                last.minusMonths(months - 1L).atDay(1), last.plusMonths(1).atDay(1));
    }
}
