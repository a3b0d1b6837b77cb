package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Announced work and whom it touches, for reading; it is written as facts. */
class Windows {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    /** Every service with all that it reaches through serial dependencies, itself among them. */
    private static final String REACH = """
            with recursive reach (service, needs) as (
                select code, code from service
                union
                select r.service, d.needs from reach r join service_dependency d on d.service = r.needs
                where d.type = 'SERIAL')
            """;

    private static final String DAY = "date('1970-01-01' + interval (m.%s div 1000) second)";

    /** Of the work m of the list; a day is UTC's, which shows an agency rather too much than too little. */
    private static final String TOUCHED = touched("", DAY.formatted("window_from_at"), DAY.formatted("window_to_at"));

    private static final String STATE = """
            (case when m.cancelled then 'CANCELLED' when m.actual_from_at is not null then 'DONE'
                  when m.approved_by is not null then 'APPROVED' else 'ANNOUNCED' end)
            """;

    private static final String COLUMNS = "select m.source_key, m.fact_version, " + STATE + """
             as state, m.service, s.name_nb, s.name_nn, s.name_en, m.offering, m.agency, g.name as agency_name,
             m.window_from_at, m.window_to_at, m.actual_from_at, m.actual_to_at, m.service_down, m.performed_by,
             m.summary, m.announced_at, m.announced_by, p.name as announced_by_name, m.approved_at, m.approved_by,
             q.name as approved_by_name, m.source
            """;

    private static final String FROM = """
             from maintenance m
             join service s on s.code = m.service
             left join organisation g on g.orgnr = m.agency
             left join person p on p.person_id = m.announced_by
             left join person q on q.person_id = m.approved_by
             where m.superseded = false
            """;

    private static final Map<String, String> SORTS = Map.of(
            "from", "m.window_from_at",
            "service", "s.name_nb",
            "announcedAt", "m.announced_at",
            "state", "state");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** @param parameters for {@code where}, which follows a complete condition */
    private record Narrowed(String where, List<Object> parameters) {}

    private static Narrowed narrowed(WindowFilter filter, Optional<OrgNumber> agency, Instant now) {
        StringBuilder where = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        if (filter.coming()) {
            where.append(" and m.cancelled = false and m.actual_from_at is null and m.window_to_at > ?");
            parameters.add(now.toEpochMilli());
        }
        filter.service().ifPresent(service -> {
            where.append(" and m.service = ?");
            parameters.add(service);
        });
        filter.state().ifPresent(state -> {
            where.append(" and ").append(STATE).append(" = ?");
            parameters.add(state.name());
        });
        agency.ifPresent(number -> {
            where.append(" and exists (select 1").append(TOUCHED).append(" and l.agency = ?)");
            parameters.add(number.digits());
        });
        return new Narrowed(where.toString(), parameters);
    }

    Paged<WindowView> page(WindowFilter filter, Optional<OrgNumber> agency, Instant now, PageRequest page) {
        Narrowed narrowed = narrowed(filter, agency, now);
        long total = Rows.first(
                        connection(),
                        REACH + "select count(*)" + FROM + narrowed.where(),
                        narrowed.parameters(),
                        row -> row.getLong(1))
                .orElseThrow();
        List<Object> limited = new ArrayList<>(narrowed.parameters());
        limited.add(page.size());
        limited.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        REACH + COLUMNS + FROM + narrowed.where() + order(filter, page.sort()) + " limit ? offset ?",
                        limited,
                        Windows::view),
                page,
                total);
    }

    void forEach(
            WindowFilter filter,
            Optional<OrgNumber> agency,
            Instant now,
            List<String> sort,
            Consumer<WindowView> each) {
        Narrowed narrowed = narrowed(filter, agency, now);
        Rows.forEach(
                connection(),
                REACH + COLUMNS + FROM + narrowed.where() + order(filter, sort),
                narrowed.parameters(),
                Windows::view,
                each);
    }

    private static String order(WindowFilter filter, List<String> sort) {
        if (sort.isEmpty()) {
            return " order by m.window_from_at" + (filter.coming() ? "" : " desc") + ", m.id";
        }
        List<String> columns = new ArrayList<>();
        for (String one : sort) {
            String column = SORTS.get(one.startsWith("-") ? one.substring(1) : one);
            if (column == null) {
                throw new Rejection(SourceReason.UNKNOWN_SORT, one);
            }
            columns.add(column + (one.startsWith("-") ? " desc" : ""));
        }
        return " order by " + String.join(", ", columns) + ", m.id";
    }

    /** By its key; when several sources use the same, the one that was told here, then the oldest. */
    Optional<WindowView> find(String key) {
        return Rows.first(
                connection(),
                COLUMNS + FROM + " and m.source_key = ? order by m.source <> ?, m.id",
                List.of(key, MaintenanceDesk.SOURCE),
                Windows::view);
    }

    /** All its versions, oldest first. */
    List<WindowView> versions(WindowView window) {
        return Rows.list(
                connection(),
                COLUMNS
                        + FROM.replace("m.superseded = false", "m.source = ? and m.source_key = ?")
                        + " order by m.fact_version",
                List.of(window.source(), window.maintenance()),
                Windows::view);
    }

    /** {@code V-nnnn}, one above the highest there is. */
    String nextKey() {
        return Rows.first(
                        connection(),
                        "select coalesce(max(cast(substring(source_key, 3) as unsigned)), 0) + 1 from maintenance"
                                + " where source_key regexp '^V-[0-9]+$'",
                        List.of(),
                        row -> String.format(Locale.ROOT, "V-%04d", row.getLong(1)))
                .orElseThrow();
    }

    Optional<LocalizedText> serviceName(String code) {
        return Rows.first(
                connection(),
                "select name_nb, name_nn, name_en from service where code = ?",
                List.of(code),
                row -> Rows.text(row, "name"));
    }

    /** The lines l of an agreement whose service is worked on by m, or needs what is. */
    private static String touched(String joins, String firstDay, String lastDay) {
        return " from agreement_line l join offering f on f.code = l.offering join reach r on r.service = f.service "
                + joins
                + """
                 where r.needs = m.service
                   and (m.offering is null or (m.offering = l.offering and r.service = r.needs))
                   and (m.agency is null or m.agency = l.agency)
                   and exists (select 1 from agreement a where a.number = l.agreement and a.state <> 'DRAFT')
                   and exists (select 1 from agreement_line_row w where w.line = l.line
                """
                + " and w.valid_from <= " + lastDay + " and (w.valid_to is null or w.valid_to > " + firstDay + "))";
    }

    /** The lines that work of this reach touches in its window, by agency and line. */
    List<AffectedLine> touched(
            String service, String offering, String agency, Instant from, Instant to, Optional<OrgNumber> only) {
        String levels = """
                 join organisation g on g.orgnr = l.agency
                 join service s on s.code = f.service
                 left join service_level v on v.package = coalesce((select p.service_level_package
                     from agreement_line_package p where p.line = l.line and p.valid_from <= m.first_day
                       and (p.valid_to is null or p.valid_to > m.first_day)), l.service_level_package)
                   and v.measure = 'AVAILABILITY' and v.valid_from <= m.first_day and (v.valid_to is null or v.valid_to > m.first_day)
                   and (r.service = r.needs or v.composition = 'SERIAL_DEPENDENCIES')
                """;
        String work = " join (select ? as service, ? as offering, ? as agency, cast(? as date) as first_day,"
                + " cast(? as date) as last_day) m ";
        List<Object> parameters = new ArrayList<>();
        parameters.add(service);
        parameters.add(offering);
        parameters.add(agency);
        parameters.add(LocalDate.ofInstant(from, ZONE));
        parameters.add(LocalDate.ofInstant(to, ZONE));
        only.ifPresent(number -> parameters.add(number.digits()));
        return Rows.list(
                connection(),
                REACH + "select l.agency, g.name, l.line, l.offering, s.name_nb, s.name_nn, s.name_en,"
                        + " r.service = r.needs as direct, count(v.id) as measured,"
                        + " max(v.maintenance_notice_hours) as notice"
                        + touched(work + levels, "m.first_day", "m.last_day")
                        + (only.isPresent() ? " and l.agency = ?" : "") + " group by l.line, r.service, r.needs"
                        + " order by g.name, l.line",
                parameters,
                row -> new AffectedLine(
                        row.getString("agency"),
                        row.getString("name"),
                        row.getString("line"),
                        row.getString("offering"),
                        Rows.text(row, "name"),
                        row.getBoolean("direct"),
                        row.getInt("measured") > 0,
                        row.getObject("notice") == null ? null : row.getInt("notice")));
    }

    private static WindowView view(ResultSet row) throws SQLException {
        return new WindowView(
                row.getString("source_key"),
                row.getInt("fact_version"),
                WindowState.valueOf(row.getString("state").strip()),
                row.getString("service"),
                Rows.text(row, "name"),
                row.getString("offering"),
                row.getString("agency"),
                row.getString("agency_name"),
                instant(row, "window_from_at"),
                instant(row, "window_to_at"),
                instant(row, "actual_from_at"),
                instant(row, "actual_to_at"),
                row.getBoolean("service_down"),
                row.getString("performed_by"),
                row.getString("summary"),
                instant(row, "announced_at"),
                row.getString("announced_by"),
                row.getString("announced_by_name"),
                instant(row, "approved_at"),
                row.getString("approved_by"),
                row.getString("approved_by_name"),
                row.getString("source"));
    }

    /** From when to when, as the history shows it: local times; open when it still lasts. */
    static String span(Instant from, Instant to) {
        return WRITTEN.format(from.atZone(ZONE)) + " – " + (to == null ? "…" : WRITTEN.format(to.atZone(ZONE)));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
