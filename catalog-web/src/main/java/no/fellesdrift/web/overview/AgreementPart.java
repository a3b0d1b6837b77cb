package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementFilter;
import no.fellesdrift.agreement.AgreementState;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of agreements: which are due for revision. */
@RequestScoped
class AgreementPart {

    private static final int MONTHS_AHEAD = 6;
    private static final int READ = 200;
    private static final int TOLD_ONE_BY_ONE = 2;
    private static final String LIST = "/agreements/index.xhtml";

    @Inject
    AgreementDesk desk;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Me me;

    @Inject
    Links links;

    private List<AgreementView> active;

    Tile tile() {
        long due = active().stream()
                .filter(agreement -> agreement.revisionDue() != null)
                .count();
        return Tile.of(
                t.get("overview.agreements.title"),
                links.to(LIST),
                f.number(active().size()),
                t.get("overview.agreements.in-force"),
                t.of("overview.agreements.with-date", due));
    }

    /** Whose revision should have been done. */
    List<Task> overdue(LocalDate today) {
        return active().stream()
                .filter(agreement -> agreement.revisionOverdue(today))
                .map(agreement ->
                        task(agreement, new Tile.Mark("bad", "times-circle", t.get("overview.agreements.overdue"))))
                .toList();
    }

    /** Whose revision is due within half a year. */
    List<Task> due(LocalDate today) {
        Map<LocalDate, List<AgreementView>> byDay = active().stream()
                .filter(agreement -> agreement.revisionDue() != null
                        && !agreement.revisionDue().isBefore(today)
                        && agreement.revisionDue().isBefore(today.plusMonths(MONTHS_AHEAD)))
                .collect(Collectors.groupingBy(AgreementView::revisionDue, TreeMap::new, Collectors.toList()));
        List<Task> tasks = new ArrayList<>();
        byDay.forEach((day, agreements) -> {
            Tile.Mark mark =
                    new Tile.Mark("", "calendar", t.of("overview.agreements.days", OverviewPage.days(today, day)));
            if (agreements.size() > TOLD_ONE_BY_ONE) {
                tasks.add(new Task(
                        links.to(LIST),
                        t.of("overview.agreements.revise-several", agreements.size()),
                        t.of(
                                "overview.agreements.several",
                                f.date(day),
                                agreements.stream()
                                        .map(AgreementView::agencyName)
                                        .sorted(Collator.getInstance(t.locale()))
                                        .collect(Collectors.joining(", "))),
                        mark,
                        ""));
            } else {
                agreements.forEach(agreement -> tasks.add(task(agreement, mark)));
            }
        });
        return tasks;
    }

    private Task task(AgreementView agreement, Tile.Mark mark) {
        return new Task(
                links.to(
                        "/agreements/agreement.xhtml",
                        "number",
                        agreement.number().value()),
                me.isSeesAllAgencies()
                        ? t.of("overview.agreements.revise-of", agreement.agencyName())
                        : t.get("overview.agreements.revise"),
                t.of(
                        "overview.agreements.version",
                        agreement.number().value(),
                        String.valueOf(agreement.agreementVersion()),
                        f.date(agreement.revisionDue())),
                mark,
                "");
    }

    private List<AgreementView> active() {
        if (active == null) {
            AgreementFilter filter =
                    new AgreementFilter("", Optional.empty(), Optional.of(AgreementState.ACTIVE), Optional.empty());
            active = desk.agreements(filter, PageRequest.first(READ)).items();
        }
        return active;
    }
}
