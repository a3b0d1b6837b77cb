package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** The service credits that wait for the reader: to be proposed, or to be decided on. */
@RequestScoped
class CreditPart {

    /** How many measured months are looked through, newest first. */
    private static final int MONTHS = 3;

    @Inject
    CreditDesk desk;

    @Inject
    LevelDesk levels;

    @Inject
    Me me;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    /** One task per measured month. */
    List<Task> waiting() {
        return Stream.concat(
                        me.has("SERVICE_LEVEL_MANAGER") ? waiting(CreditState.DUE) : Stream.of(),
                        me.has("FINANCE_APPROVER") ? waiting(CreditState.PROPOSED) : Stream.of())
                .toList();
    }

    private Stream<Task> waiting(CreditState state) {
        return levels.periods().stream().limit(MONTHS).flatMap(period -> task(period, state).stream());
    }

    private Optional<Task> task(YearMonth period, CreditState state) {
        List<ServiceCredit> credits = desk.credits(period, Optional.empty(), Optional.of(state)).stream()
                .filter(credit -> !credit.provisional())
                .toList();
        if (credits.isEmpty()) {
            return Optional.empty();
        }
        Money sum = Money.sum(credits.stream().map(ServiceCredit::amount).toList());
        return Optional.of(new Task(
                links.to("/levels/credits.xhtml", "period", period.toString(), "state", state.name()),
                t.of("overview.credits." + state, f.month(period)),
                t.of("overview.credits.text", credits.size(), f.money(sum)),
                null,
                t.of("overview.since", f.date(period.plusMonths(1).atDay(1)))));
    }

    /** What the breaches of the month that is looked at give back, whatever is decided about them. */
    Tile tile() {
        YearMonth period = levels.currentPeriod();
        List<ServiceCredit> credits = desk.credits(period, Optional.empty(), Optional.empty());
        return Tile.of(
                t.of("overview.credits.title", f.month(period)),
                links.to("/levels/credits.xhtml", "period", period.toString()),
                f.kroner(Money.sum(credits.stream().map(ServiceCredit::amount).toList())),
                "kr",
                t.of("overview.credits.count", credits.size()));
    }
}
