package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportFilter;
import no.fellesdrift.sla.report.ReportRow;
import no.fellesdrift.sla.report.ReportState;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** The service reports that wait for the reader: to be sent, reviewed, published, answered, settled or frozen. */
@RequestScoped
class ReportPart {

    private static final int READ = 200;

    @Inject
    ReportDesk desk;

    @Inject
    Me me;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    List<Task> waiting(LocalDate today) {
        List<Task> tasks = new ArrayList<>();
        if (me.has("SERVICE_LEVEL_MANAGER")) {
            tasks.addAll(together(ReportState.DRAFT, row -> true, "overview.reports.draft"));
            tasks.addAll(together(ReportState.IN_REVIEW, ReportRow::reviewed, "overview.reports.publish"));
            tasks.addAll(together(ReportState.DISPUTED, row -> row.disputed() > 0, "overview.reports.settle"));
            tasks.addAll(together(ReportState.ACKNOWLEDGED, row -> true, "overview.reports.freeze"));
        }
        if (me.has("CONTROLLER")) {
            tasks.addAll(together(ReportState.IN_REVIEW, row -> !row.reviewed(), "overview.reports.review"));
        }
        if (me.hasAny("SECURITY_OFFICER,APPROVER") && !me.isSeesAllAgencies()) {
            Stream.of(ReportState.PUBLISHED, ReportState.DISPUTED)
                    .flatMap(state -> rows(state).stream())
                    .filter(row -> row.answered() < row.lines() || row.proposals() > 0)
                    .forEach(row -> tasks.add(answer(row, today)));
        }
        return tasks;
    }

    private List<ReportRow> rows(ReportState state) {
        return desk.list(ReportFilter.in(state), PageRequest.first(READ)).items();
    }

    /** One task for all of them; the only one leads to itself. */
    private List<Task> together(ReportState state, Predicate<ReportRow> which, String key) {
        List<ReportRow> rows = rows(state).stream().filter(which).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        String page = rows.size() == 1
                ? links.to("/levels/report.xhtml", "number", rows.get(0).number())
                : links.to("/levels/reports.xhtml", "state", state.name());
        String names =
                String.join(", ", rows.stream().map(ReportRow::number).limit(3).toList());
        return List.of(new Task(
                page,
                t.of(key, rows.size()),
                rows.size() > 3 ? t.of("overview.reports.more", names) : names,
                null,
                ""));
    }

    private Task answer(ReportRow row, LocalDate today) {
        boolean late = row.answerDue().isBefore(today);
        return new Task(
                links.to("/levels/report.xhtml", "number", row.number()),
                t.of("overview.reports.answer", f.month(row.period())),
                t.of("overview.reports.answer.text", row.lines() - row.answered(), row.number()),
                new Tile.Mark(late ? "bad" : "info", "clock", t.of("overview.reports.due", f.date(row.answerDue()))),
                t.of("overview.since", f.instant(row.publishedAt())));
    }
}
