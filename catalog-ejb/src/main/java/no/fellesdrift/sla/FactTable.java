package no.fellesdrift.sla;

import java.util.List;

/**
 * A kind of fact and where it is kept. The names go into SQL; they are fixed here and never come from outside.
 *
 * @param table its name
 * @param keys the columns that name a fact at its source
 * @param content the columns whose change makes a new version
 */
record FactTable(String table, List<String> keys, List<String> content) {

    private static final List<String> BY_SOURCE = List.of("source", "source_key");

    static final FactTable OUTAGE = new FactTable(
            "outage",
            BY_SOURCE,
            List.of("service", "offering", "agency", "started_at", "ended_at", "caused_by", "impact", "summary"));

    static final FactTable MAINTENANCE = new FactTable(
            "maintenance",
            BY_SOURCE,
            List.of(
                    "service",
                    "offering",
                    "agency",
                    "window_from_at",
                    "window_to_at",
                    "actual_from_at",
                    "actual_to_at",
                    "service_down",
                    "performed_by",
                    "announced_at",
                    "approved_by",
                    "approved_at",
                    "summary",
                    "announced_by",
                    "cancelled"));

    static final FactTable UNKNOWN = new FactTable(
            "unknown_time", BY_SOURCE, List.of("service", "offering", "agency", "from_at", "to_at", "reason"));

    static final FactTable EXCLUSION = new FactTable(
            "exclusion",
            BY_SOURCE,
            List.of(
                    "service",
                    "offering",
                    "agency",
                    "from_at",
                    "to_at",
                    "reason",
                    "requested_by",
                    "requested_at",
                    "approved_by",
                    "approved_at",
                    "summary"));

    static final FactTable TICKET = new FactTable(
            "ticket",
            BY_SOURCE,
            List.of(
                    "agency",
                    "service",
                    "offering",
                    "priority",
                    "opened_at",
                    "first_response_at",
                    "resolved_at",
                    "state",
                    "channel"));

    static final FactTable TICKET_PAUSE =
            new FactTable("ticket_pause", List.of("source", "ticket", "paused_at"), List.of("resumed_at", "reason"));

    static final FactTable TICKET_PRIORITY_CHANGE = new FactTable(
            "ticket_priority_change",
            List.of("source", "ticket", "changed_at"),
            List.of("from_priority", "to_priority"));

    static final FactTable TICKET_REOPENING =
            new FactTable("ticket_reopening", List.of("source", "ticket", "reopened_at"), List.of("resolved_at"));

    static final FactTable SAMPLE = new FactTable(
            "sample", BY_SOURCE, List.of("service", "offering", "agency", "metric", "sampled_at", "value", "ok"));

    static final FactTable BACKUP = new FactTable(
            "backup_run",
            BY_SOURCE,
            List.of("service", "offering", "agency", "scheduled_at", "finished_at", "successful", "summary"));

    static final FactTable RECOVERY = new FactTable(
            "recovery",
            BY_SOURCE,
            List.of(
                    "service",
                    "offering",
                    "agency",
                    "failure_at",
                    "declared_at",
                    "restored_at",
                    "last_good_point_at",
                    "test",
                    "summary"));

    static final FactTable VALUE = new FactTable(
            "metric_value",
            BY_SOURCE,
            List.of("service", "offering", "agency", "metric", "measured_at", "value", "summary"));

    /** Whether every fact that ever came is there; single samples are thrown away when they are old. */
    boolean complete() {
        return !equals(SAMPLE);
    }

    static final List<FactTable> ALL = List.of(
            OUTAGE,
            MAINTENANCE,
            UNKNOWN,
            EXCLUSION,
            TICKET,
            TICKET_PAUSE,
            TICKET_PRIORITY_CHANGE,
            TICKET_REOPENING,
            SAMPLE,
            BACKUP,
            RECOVERY,
            VALUE);
}
