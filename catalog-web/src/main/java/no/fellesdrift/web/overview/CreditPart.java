package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<YearMonth, List<ServiceCredit>> months = new HashMap<>();

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
        List<ServiceCredit> credits = of(period).stream()
                .filter(credit -> credit.state() == state && !credit.provisional())
                .toList();
        if (credits.isEmpty()) {
            return Optional.empty();
        }
        Money sum = sum(credits);
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
        List<ServiceCredit> credits = of(period);
        return Tile.of(
                        t.of("overview.credits.title", f.month(period)),
                        links.to("/levels/credits.xhtml", "period", period.toString()),
                        f.kroner(sum(credits)),
                        t.get("frame.kroner"),
                        t.of("overview.credits.count", credits.size()))
                .with(
                        levels.periods().stream()
                                .filter(month -> !month.isAfter(period))
                                .limit(MONTHS)
                                .sorted()
                                .map(month -> sum(of(month)).amount().negate())
                                .toList(),
                        t.get("overview.credits.trend"));
    }

    /** The month's credits, worked out once. */
    private List<ServiceCredit> of(YearMonth period) {
        return months.computeIfAbsent(period, month -> desk.credits(month, Optional.empty(), Optional.empty()));
    }

    private static Money sum(List<ServiceCredit> credits) {
        return Money.sum(credits.stream().map(ServiceCredit::amount).toList());
    }
}
