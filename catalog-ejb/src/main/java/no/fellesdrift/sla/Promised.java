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
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;

/** What is promised to whom and when, looked up once for an evaluation. */
final class Promised {

    /** A calendar's version and the dates it holds for. */
    record CalendarVersion(int version, DateRange validity, ServiceCalendar calendar) {}

    private final ZoneId zone;
    private final Map<String, List<CalendarVersion>> calendars;
    private final Map<String, List<LineTimeline>> linesByOffering = new HashMap<>();
    private final Map<String, LineTimeline> linesByNumber = new TreeMap<>();
    /** Versions of each level of a package, by level code. */
    private final Map<String, Map<String, List<ServiceLevel>>> packages = new HashMap<>();

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

    /** The one version that holds for the whole period. */
    Optional<CalendarVersion> calendar(ServiceLevel level, DateRange period) {
        return calendars.getOrDefault(level.calendar(), List.of()).stream()
                .filter(version -> version.validity().contains(period))
                .findFirst();
    }

    Spans open(CalendarVersion calendar, String code, DateRange period) {
        return opens.computeIfAbsent(
                code + "/" + calendar.version() + "/" + period,
                key -> calendar.calendar().open(second(period.start()), second(period.end())));
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
