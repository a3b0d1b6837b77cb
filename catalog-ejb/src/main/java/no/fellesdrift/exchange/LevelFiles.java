package no.fellesdrift.exchange;

import static no.fellesdrift.exchange.Column.choice;
import static no.fellesdrift.exchange.Column.code;
import static no.fellesdrift.exchange.Column.date;
import static no.fellesdrift.exchange.Column.decimal;
import static no.fellesdrift.exchange.Column.instant;
import static no.fellesdrift.exchange.Column.integer;
import static no.fellesdrift.exchange.Column.orgNumber;
import static no.fellesdrift.exchange.Column.percent;
import static no.fellesdrift.exchange.Column.period;
import static no.fellesdrift.exchange.Column.text;
import static no.fellesdrift.exchange.Column.yesNo;
import static no.fellesdrift.exchange.FileDescription.csv;
import static no.fellesdrift.exchange.FileDescription.json;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import no.fellesdrift.sla.Measure;

/** Calendars, service levels and what was measured. */
final class LevelFiles {

    private static final String[] PRIORITIES = {"P1", "P2", "P3", "P4"};
    private static final String[] MEASURES =
            Arrays.stream(Measure.values()).map(Measure::name).toArray(String[]::new);
    private static final String[] CAUSES = {"PROVIDER", "UPSTREAM", "CUSTOMER"};

    /** Measures with a threshold in seconds. */
    private static final Set<Measure> SECONDS = EnumSet.of(
            Measure.LONGEST_OUTAGE,
            Measure.OUTAGE_COUNT,
            Measure.TIME_TO_RESTORE,
            Measure.TIME_BETWEEN_OUTAGES,
            Measure.RECOVERY_TIME,
            Measure.RECOVERY_POINT);

    /** Measures of a metric, with a threshold in its unit. */
    private static final Set<Measure> NUMBERS = EnumSet.of(Measure.RESPONSE_TIME, Measure.CAPACITY, Measure.CUSTOM);

    static final FileDescription CALENDARS = json(
                    "calendars",
                    "calendars",
                    "service_calendar",
                    code("code").needed(),
                    integer("version").needed().as("calendar_version"),
                    text("name_nb", 200).needed(),
                    text("name_nn", 200).needed(),
                    text("name_en", 200).needed(),
                    date("valid_from").needed(),
                    date("valid_to").mayBeAbsent())
            .key("code", "calendar_version")
            .rowCheck(Checks.validity())
            .nested("calendar")
            .also("zone", Calendars::zone)
            .rowCheck(Calendars::check)
            .fileCheck(Checks.seamless("code"))
            .storedBy(Calendars::store);

    static final FileDescription CREDIT_SCHEMES = csv(
                    "credit_schemes",
                    "credit_scheme",
                    code("scheme").needed(),
                    choice("combine", "SUM", "HIGHEST_ONLY").needed(),
                    percent("cap_percent").needed(),
                    choice("cap_scope", "LINE_PERIOD").needed(),
                    choice("kind", "TIERS", "FREE_TIME", "FREE_TIME_PER_BREACH", "PERCENT_PER_UNIT", "AMOUNT_PER_UNIT")
                            .mayBeAbsent(),
                    integer("unit_seconds").mayBeAbsent(),
                    decimal("per_unit", 6).mayBeAbsent(),
                    percent("cap_case_percent").mayBeAbsent(),
                    percent("cap_service_percent").mayBeAbsent(),
                    percent("cap_year_percent").mayBeAbsent())
            .rowCheck(Checks.filled(
                    "unit_seconds",
                    row -> row.has("kind") && !"TIERS".equals(row.get("kind")) && !"FREE_TIME".equals(row.get("kind"))))
            .rowCheck(Checks.filled(
                    "per_unit",
                    row -> "PERCENT_PER_UNIT".equals(row.get("kind")) || "AMOUNT_PER_UNIT".equals(row.get("kind"))))
            .key("scheme");

    static final FileDescription CREDIT_TIERS = csv(
                    "credit_tiers",
                    "credit_tier",
                    code("scheme").needed().refersTo("credit_scheme.scheme"),
                    percent("at_least_percent").needed(),
                    percent("credit_percent").needed())
            .key("scheme", "at_least_percent");

    static final FileDescription SERVICE_LEVELS = csv(
                    "service_levels",
                    "service_level",
                    code("level").needed(),
                    code("package").needed().refersTo("service_level_package.code"),
                    choice("measure", MEASURES).needed(),
                    choice("priority", PRIORITIES),
                    percent("target_percent").needed(),
                    integer("threshold_seconds"),
                    workingDays("threshold_working_days"),
                    code("calendar").needed().refersTo("service_calendar.code"),
                    choice(
                                    "period",
                                    "MONTH",
                                    "QUARTER",
                                    "HALF_YEAR",
                                    "YEAR",
                                    "ROLLING_3_MONTHS",
                                    "ROLLING_6_MONTHS",
                                    "ROLLING_12_MONTHS")
                            .needed(),
                    choice("clock_start", "OPENED", "RESPONDED", "APPROVED", "SUBMITTED", "RECEIVED"),
                    choice("working_day_policy", "KEEP_TIME", "END_OF_DAY"),
                    choice("boundary", "END_OF_PERIOD", "NEXT_OPEN"),
                    choice("pauses", "SUBTRACT", "IGNORE"),
                    choice("reopen", "CONTINUE", "RESTART"),
                    choice("priority_change", "RETROACTIVE", "FROM_CHANGE", "AT_OPENING"),
                    choice("counting", "ONCE_STOP_OR_DUE"),
                    choice("composition", "OWN", "SERIAL_DEPENDENCIES"),
                    choice("maintenance", "REMOVED", "COUNTS_AS_UP"),
                    integer("maintenance_notice_hours"),
                    integer("maintenance_quota_hours"),
                    choice("exclusions", "REMOVED", "COUNTS_AS_UP"),
                    choice("unknown", "REMOVED", "UP", "DOWN"),
                    choice("degradation", "NOT_COUNTED", "WEIGHTED"),
                    percent("minimum_coverage_percent"),
                    integer("minimum_samples"),
                    integer("display_decimals").needed(),
                    choice("consequence", "NONE", "IMPROVEMENT_PLAN", "SERVICE_CREDIT")
                            .needed(),
                    code("credit_scheme").refersTo("credit_scheme.scheme"),
                    date("valid_from").needed(),
                    date("valid_to"),
                    code("metric", 60).mayBeAbsent(),
                    decimal("threshold_value", 6).mayBeAbsent(),
                    choice("direction", "AT_MOST", "AT_LEAST").mayBeAbsent(),
                    percent("percentile").mayBeAbsent(),
                    choice("percentile_method", "NEAREST_RANK", "LINEAR_INCLUSIVE")
                            .mayBeAbsent(),
                    choice("aggregation", "LATEST", "SUM", "MEAN", "HIGHEST", "LOWEST")
                            .mayBeAbsent(),
                    decimal("degradation_weight", 6).mayBeAbsent(),
                    choice("schedule", "CALENDAR_DAY", "OPEN_DAY", "REPORTED").mayBeAbsent(),
                    integer("hold_seconds").mayBeAbsent())
            .key("level", "valid_from")
            .rowCheck(Checks.validity())
            .rowCheck(Checks.filled("composition", row -> measures(row, Measure::ofOutages)))
            .rowCheck(Checks.filled("maintenance", row -> measures(row, Measure::ofOutages)))
            .rowCheck(Checks.filled("exclusions", row -> measures(row, Measure::ofOutages)))
            .rowCheck(Checks.filled(
                    "unknown",
                    row -> measures(row, Measure.CAPACITY::equals)
                            ? row.has("unknown")
                            : measures(row, Measure::ofOutages)))
            .rowCheck(Checks.filled("clock_start", row -> measures(row, Measure::countsCases)))
            .rowCheck(Checks.filled("credit_scheme", row -> "SERVICE_CREDIT".equals(row.get("consequence"))))
            .rowCheck(Checks.filled(
                    "threshold_seconds",
                    row -> measures(row, SECONDS::contains)
                            || (measures(row, Measure::countsCases) && !row.has("threshold_working_days"))))
            .rowCheck(Checks.filled(
                    "metric",
                    row -> measures(row, Measure::ofOutages) ? row.has("metric") : measures(row, NUMBERS::contains)))
            .rowCheck(Checks.filled(
                    "threshold_value",
                    row -> measures(row, NUMBERS::contains) || measures(row, Measure.OUTAGE_COUNT::equals)))
            .rowCheck(Checks.filled("direction", row -> measures(row, NUMBERS::contains)))
            .rowCheck(Checks.filled("aggregation", row -> measures(row, Measure.CUSTOM::equals)))
            .rowCheck(Checks.filled("schedule", row -> measures(row, Measure.BACKUP::equals)))
            .rowCheck(Checks.filled("degradation_weight", row -> "WEIGHTED".equals(row.get("degradation"))))
            .rowCheck(Checks.filled("working_day_policy", row -> row.has("threshold_working_days")))
            .rowCheck(DataSetChecks::maintenanceAndExclusionsAlike)
            .fileCheck(Checks.theSame(
                    "level",
                    "package",
                    "measure",
                    "priority",
                    "threshold_seconds",
                    "threshold_working_days",
                    "calendar",
                    "period",
                    "composition",
                    "maintenance",
                    "unknown",
                    "metric",
                    "threshold_value",
                    "direction",
                    "percentile"))
            .fileCheck(Checks.seamless("level"));

    static final FileDescription OUTAGES = fact(
                    "outages",
                    "outage",
                    "outage",
                    instant("started_at").needed(),
                    instant("ended_at"),
                    choice("caused_by", CAUSES).needed(),
                    choice("impact", "FULL", "DEGRADED").needed(),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("started_at", "ended_at"));

    static final FileDescription MAINTENANCE = fact(
                    "maintenance",
                    "maintenance",
                    "maintenance",
                    instant("window_from").needed(),
                    instant("window_to").needed(),
                    instant("actual_from"),
                    instant("actual_to"),
                    yesNo("service_down").needed(),
                    choice("performed_by", CAUSES).needed(),
                    instant("announced_at").needed(),
                    code("approved_by").refersTo("person.person_id"),
                    instant("approved_at"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("window_from", "window_to"))
            .rowCheck(Checks.after("actual_from", "actual_to"))
            .rowCheck(Checks.filled("approved_at", row -> row.has("approved_by")));

    static final FileDescription UNKNOWN = fact(
                    "unknown",
                    "unknown_time",
                    "unknown",
                    instant("from").needed(),
                    instant("to").needed(),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("reason", 1000).mayBeAbsent())
            .rowCheck(Checks.after("from", "to"));

    static final FileDescription EXCLUSIONS = fact(
                    "exclusions",
                    "exclusion",
                    "exclusion",
                    instant("from").needed(),
                    instant("to").needed(),
                    choice("reason", "CUSTOMER_CAUSED", "FORCE_MAJEURE").needed(),
                    code("requested_by").needed().refersTo("person.person_id"),
                    instant("requested_at").needed(),
                    code("approved_by").refersTo("person.person_id"),
                    instant("approved_at"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent(),
                    text("summary", 1000).mayBeAbsent())
            .rowCheck(Checks.after("from", "to"))
            .rowCheck(Checks.filled("approved_at", row -> row.has("approved_by")));

    static final FileDescription TICKETS = csv(
                    "tickets",
                    "ticket",
                    text("ticket", 100).needed().as("source_key"),
                    orgNumber("agency").needed().refersTo("organisation.orgnr"),
                    code("service").needed().refersTo("service.code"),
                    code("offering").needed().refersTo("offering.code"),
                    choice("priority", PRIORITIES).needed(),
                    instant("opened_at").needed(),
                    instant("first_response_at"),
                    instant("resolved_at"),
                    choice("state", "OPEN", "PAUSED", "RESOLVED").needed(),
                    code("channel"),
                    text("source", 60).mayBeAbsent(),
                    instant("recorded_at").mayBeAbsent())
            .key("source", "source_key")
            .withoutSequence()
            .also("source", DataSet::source)
            .also("recorded_at", LevelFiles::recordedAt)
            .rowCheck(Checks.inOrder("opened_at", "first_response_at"))
            .rowCheck(Checks.inOrder("opened_at", "resolved_at"))
            .rowCheck(Checks.filled("resolved_at", row -> "RESOLVED".equals(row.get("state"))));

    static final FileDescription TICKET_PAUSES = ofTicket(
                    "ticket_pauses",
                    "ticket_pause",
                    instant("paused_at").needed(),
                    instant("resumed_at"),
                    code("reason").needed())
            .key("source", "ticket", "paused_at")
            .rowCheck(Checks.after("paused_at", "resumed_at"));

    static final FileDescription TICKET_PRIORITY_CHANGES = ofTicket(
                    "ticket_priority_changes",
                    "ticket_priority_change",
                    instant("changed_at").needed(),
                    choice("from_priority", PRIORITIES).needed(),
                    choice("to_priority", PRIORITIES).needed())
            .key("source", "ticket", "changed_at");

    static final FileDescription TICKET_REOPENINGS = ofTicket(
                    "ticket_reopenings",
                    "ticket_reopening",
                    instant("resolved_at").needed(),
                    instant("reopened_at").needed())
            .key("source", "ticket", "reopened_at")
            .rowCheck(Checks.after("resolved_at", "reopened_at"));

    static final FileDescription CREDIT_DECISIONS = csv(
                    "credit_decisions",
                    "credit_decision",
                    period("period").needed(),
                    code("line").needed().refersTo("agreement_line.line"),
                    code("level").needed().refersTo("service_level.level"),
                    choice("decision", "APPROVED", "REJECTED").needed(),
                    date("decided_on").needed(),
                    code("decided_by").needed().refersTo("person.person_id"),
                    text("reason", 500))
            .key("period", "line", "level");

    private LevelFiles() {}

    /** A fact of a service: its first column is its key at the source. */
    private static FileDescription fact(String name, String table, String key, Column... own) {
        Column[] columns = new Column[own.length + 4];
        columns[0] = text(key, 100).needed().as("source_key");
        columns[1] = code("service").needed().refersTo("service.code");
        columns[2] = code("offering").refersTo("offering.code");
        columns[3] = orgNumber("agency").refersTo("organisation.orgnr");
        System.arraycopy(own, 0, columns, 4, own.length);
        return csv(name, table, columns)
                .key("source", "source_key")
                .withoutSequence()
                .also("source", DataSet::source)
                .also("recorded_at", LevelFiles::recordedAt);
    }

    private static FileDescription ofTicket(String name, String table, Column... own) {
        Column[] columns = new Column[own.length + 3];
        columns[0] = text("ticket", 100).needed().refersTo("ticket.source_key");
        System.arraycopy(own, 0, columns, 1, own.length);
        columns[own.length + 1] = text("source", 60).mayBeAbsent();
        columns[own.length + 2] = instant("recorded_at").mayBeAbsent();
        return csv(name, table, columns)
                .withoutSequence()
                .also("source", DataSet::source)
                .also("recorded_at", LevelFiles::recordedAt);
    }

    /** A file that does not say when a fact became known means: as soon as everything in it had happened. */
    private static Object recordedAt(Row row) {
        return row.has("recorded_at") ? row.get("recorded_at") : row.latestInstant();
    }

    /** Whether the row's measure is one of these; a row without one has its fault already. */
    private static boolean measures(Row row, Predicate<Measure> which) {
        return row.has("measure") && which.test(Measure.valueOf((String) row.get("measure")));
    }

    /** A number of working days, or OFFERING: the offering's lead time. */
    private static Column workingDays(String name) {
        return new Column(
                name,
                text -> {
                    if (!text.matches("OFFERING|[0-9]{1,4}")) {
                        throw new BadField(FaultKind.CHOICE, text, "OFFERING, 1, 2, …");
                    }
                    return text;
                },
                name,
                false,
                true,
                null);
    }
}
