package no.fellesdrift.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import no.fellesdrift.testing.Database;

/**
 * A sector with as many promises and faults as are asked for, made by the database itself on top of the demo sector's
 * parties: every service has a line with one availability level; a hundred packages share them, each with its level and
 * its calendar. A hundred outages a service in October 2026, the month of the clock change: three of ten overlap the one
 * before, one of twenty still lasts; two announced maintenances a service.
 */
final class LargeSector {

    private static final int CALENDARS = 100;
    private static final int OUTAGES = 100;

    /** Epoch milliseconds of an instant in October, by a number of seconds that SQL computes. */
    private static final String OCTOBER = "(1790805600 + mod(%s, 2600000)) * 1000";

    private LargeSector() {}

    static void make(Database database, int services) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            promises(statement, services);
            facts(statement, services);
            for (String table : new String[] {"service", "offering", "agreement_line", "outage", "maintenance"}) {
                statement.execute("analyze table " + table);
            }
        }
    }

    private static void promises(Statement statement, int services) throws SQLException {
        statement.execute("""
                insert into service_calendar (id, code, calendar_version, name_nb, name_nn, name_en, zone, valid_from)
                select 1000000 + seq, concat('C', seq), 1, 'K', 'K', 'C', 'Europe/Oslo', '2025-01-01'
                from seq_1_to_%d
                """.formatted(CALENDARS));
        statement.execute("""
                insert into service_calendar_range (service_calendar_id, kind, day, from_time, to_time)
                select 1000000 + c.seq, 'WEEKLY', elt(d.seq, 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'),
                    concat(lpad(mod(c.seq, 10), 2, '0'), ':00'), concat(14 + mod(c.seq, 11), ':00')
                from seq_1_to_%d c cross join seq_1_to_7 d where d.seq <= 5 + mod(c.seq, 3)
                """.formatted(CALENDARS));
        statement.execute("""
                insert into service_level_package (id, code, name_nb, name_nn, name_en)
                select 1000000 + seq, concat('P', seq), 'P', 'P', 'P' from seq_1_to_%d
                """.formatted(CALENDARS));
        statement.execute("""
                insert into service_level (id, level, package, measure, target_percent, calendar, period, composition,
                    maintenance, maintenance_notice_hours, exclusions, unknown, degradation,
                    minimum_coverage_percent, display_decimals, consequence, valid_from)
                select 1000000 + seq, concat('V', seq), concat('P', seq), 'AVAILABILITY', 99.5, concat('C', seq),
                    'MONTH', 'OWN', 'REMOVED', 72, 'REMOVED', 'REMOVED', 'NOT_COUNTED', 90, 2, 'NONE', '2025-01-01'
                from seq_1_to_%d
                """.formatted(CALENDARS));
        statement.execute("""
                insert into service (id, code, category, kind, delivered_by, mandatory, lifecycle, owner, name_nb,
                    name_nn, name_en, summary_nb, summary_nn, summary_en, description_nb, description_nn, description_en)
                select 1000000 + n.seq, concat('S', n.seq), s.category, s.kind, s.delivered_by, false, 'ACTIVE',
                    s.owner, 'T', 'T', 'S', '', '', '', '', '', ''
                from (select * from service order by code limit 1) s cross join seq_1_to_%d n
                """.formatted(services));
        statement.execute("""
                insert into offering (id, code, service, name_nb, name_nn, name_en, unit_nb, unit_nn, unit_en,
                    lead_time_working_days, service_level_package, orderable)
                select 1000000 + seq, concat('O', seq), concat('S', seq), 'V', 'V', 'O', 'stk', 'stk', 'piece', 5,
                    concat('P', 1 + mod(seq, %d)), true
                from seq_1_to_%d
                """.formatted(CALENDARS, services));
        statement.execute("""
                insert into agreement_line (id, line, agreement, agency, offering, service_level_package)
                select 1000000 + n.seq, concat('L', n.seq), l.agreement, l.agency, concat('O', n.seq),
                    concat('P', 1 + mod(n.seq, %d))
                from (select * from agreement_line order by line limit 1) l cross join seq_1_to_%d n
                """.formatted(CALENDARS, services));
        statement.execute("""
                insert into agreement_line_row (id, line, row_no, quantity, valid_from)
                select 1000000 + seq, concat('L', seq), 1, 1, '2026-01-01' from seq_1_to_%d
                """.formatted(services));
    }

    private static void facts(Statement statement, int services) throws SQLException {
        String start = OCTOBER.formatted("(s.seq * 7919 + (n.seq - if(mod(n.seq, 10) < 3, 1, 0)) * 26737)");
        statement.execute("""
                insert into outage (source, source_key, recorded_at, service, started_at, ended_at, caused_by, impact)
                select 'bench', concat('A-', s.seq, '-', n.seq), 1793500000000, concat('S', s.seq), %1$s + 60000,
                    if(mod(n.seq, 20) = 7, null, %1$s + 360000 + mod(n.seq * 104729, 1500) * 1000),
                    elt(1 + mod(n.seq, 3), 'PROVIDER', 'UPSTREAM', 'CUSTOMER'), if(mod(n.seq, 9) = 0, 'DEGRADED', 'FULL')
                from seq_1_to_%2$d s cross join seq_1_to_%3$d n
                """.formatted(start, services, OUTAGES));
        String window = OCTOBER.formatted("(s.seq * 977 + n.seq * 1300021)");
        statement.execute("""
                insert into maintenance (source, source_key, recorded_at, service, window_from_at, window_to_at,
                    actual_from_at, actual_to_at, service_down, performed_by, announced_at, approved_by, approved_at)
                select 'bench', concat('W-', s.seq, '-', n.seq), 1790000000000, concat('S', s.seq), %1$s,
                    %1$s + 7200000, %1$s + 600000, %1$s + 6000000, true, 'PROVIDER', %1$s - 1296000000, p.person_id,
                    %1$s - 864000000
                from (select person_id from person order by person_id limit 1) p
                cross join seq_1_to_%2$d s cross join seq_1_to_2 n
                """.formatted(window, services));
    }
}
