package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.allocation.AllocationFilter;
import no.fellesdrift.allocation.AllocationLine;
import no.fellesdrift.budget.BudgetDesk;
import no.fellesdrift.budget.BudgetView;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeFilter;
import no.fellesdrift.charge.ChargeTotals;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of charges, budgets and cost shares. */
@RequestScoped
class MoneyPart {

    private static final int MONTHS = 6;
    private static final String LIST = "/finance/index.xhtml";
    private static final String ALLOCATIONS = "/finance/allocation.xhtml";

    @Inject
    ChargeDesk charges;

    @Inject
    AllocationDesk allocations;

    @Inject
    BudgetDesk budgets;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Me me;

    @Inject
    Links links;

    private List<BillingPeriod> periods;

    Tile charged() {
        List<BigDecimal> trend = new ArrayList<>();
        YearMonth latest = null;
        ChargeTotals totals = null;
        for (BillingPeriod period : newestLast()) {
            ChargeTotals ofMonth = charges.totals(ChargeFilter.of(period.period()));
            if (ofMonth.count() > 0) {
                latest = period.period();
                totals = ofMonth;
                trend.add(ofMonth.total().amount());
            }
        }
        if (totals == null) {
            return Tile.of(
                    t.get("overview.money.charged"), links.to(LIST), f.kroner(null), "", t.get("overview.money.none"));
        }
        Tile tile = Tile.of(
                t.of("overview.money.charged-in", f.month(latest)),
                links.to(LIST, "period", latest.toString()),
                f.kroner(totals.total()),
                t.get("frame.kroner"),
                t.of("overview.money.rows", totals.count()));
        return tile.with(trend, t.get("overview.money.trend"));
    }

    Optional<Tile> budget(int year) {
        List<BudgetView> all = budgets.budgets(me.getOrganisation(), year);
        Money adopted = Money.sum(
                all.stream().flatMap(budget -> budget.adopted().stream()).toList());
        if (adopted.isZero()) {
            return Optional.empty();
        }
        Money bound = Money.sum(all.stream()
                .filter(budget -> budget.adopted().isPresent())
                .map(BudgetView::bound)
                .toList());
        boolean over = bound.compareTo(adopted) > 0;
        return Optional.of(Tile.of(
                t.of("overview.money.budget", String.valueOf(year)),
                links.to("/finance/forecast.xhtml", "year", String.valueOf(year)),
                f.kroner(adopted),
                t.get("frame.kroner"),
                t.of("overview.money.bound", f.kroner(bound)),
                over
                        ? new Tile.Mark("warn", "exclamation-triangle", t.get("overview.money.over"))
                        : new Tile.Mark("ok", "check-circle", t.get("overview.money.within"))));
    }

    Tile allocated() {
        Optional<AllocationLine> latest = latest();
        return latest.map(run -> Tile.of(
                                t.of("overview.money.allocated-in", f.month(run.period())),
                                links.to(ALLOCATIONS, "period", run.period().toString()),
                                f.kroner(run.allocatedTotal()),
                                t.get("frame.kroner"),
                                t.of("overview.money.run", run.number()),
                                run.ledgerTotal().equals(run.allocatedTotal())
                                        ? new Tile.Mark("ok", "check-circle", t.get("overview.money.in-is-out"))
                                        : new Tile.Mark("bad", "times-circle", t.get("overview.money.in-is-not-out")))
                        .with(allocatedByMonth(), t.get("overview.money.allocated.trend")))
                .orElseGet(() -> Tile.of(
                        t.get("overview.money.allocated"),
                        links.to(ALLOCATIONS),
                        f.kroner(null),
                        "",
                        t.get("overview.money.no-run")));
    }

    /** What the close of a month that is over still needs. */
    List<Task> work(LocalDate today) {
        List<Task> tasks = new ArrayList<>();
        for (BillingPeriod period : newestLast()) {
            if (!period.isOpen() || !period.period().isBefore(YearMonth.from(today))) {
                continue;
            }
            String month = f.month(period.period());
            String since =
                    t.of("overview.since", f.date(period.period().plusMonths(1).atDay(1)));
            long rows = charges.totals(ChargeFilter.of(period.period())).count();
            tasks.add(new Task(
                    links.to(LIST, "period", period.period().toString()),
                    rows == 0 ? t.of("overview.money.task.compute", month) : t.of("overview.money.task.close", month),
                    rows == 0
                            ? t.get("overview.money.task.compute.text")
                            : t.of("overview.money.task.close.text", rows),
                    new Tile.Mark("info", "lock-open", t.get("overview.money.open")),
                    since));
            if (runs(AllocationFilter.of(period.period())).isEmpty()) {
                tasks.add(new Task(
                        links.to(ALLOCATIONS, "period", period.period().toString()),
                        t.of("overview.money.task.allocate", month),
                        t.get("overview.money.task.allocate.text"),
                        null,
                        since));
            }
        }
        return tasks;
    }

    /** What the latest run of each month allocated, oldest month first. */
    private List<BigDecimal> allocatedByMonth() {
        Map<YearMonth, AllocationLine> latest = new TreeMap<>();
        runs(new AllocationFilter(Optional.empty(), Optional.empty()))
                .forEach(run -> latest.merge(
                        run.period(), run, (one, other) -> one.runAt().isAfter(other.runAt()) ? one : other));
        return latest.values().stream()
                .map(run -> run.allocatedTotal().amount())
                .toList();
    }

    private Optional<AllocationLine> latest() {
        return runs(new AllocationFilter(Optional.empty(), Optional.empty())).stream()
                .max(Comparator.comparing(AllocationLine::runAt));
    }

    private List<AllocationLine> runs(AllocationFilter filter) {
        return allocations.runs(filter, PageRequest.first(MONTHS)).items();
    }

    private List<BillingPeriod> newestLast() {
        if (periods == null) {
            List<BillingPeriod> all = charges.periods().stream()
                    .sorted(Comparator.comparing(BillingPeriod::period))
                    .toList();
            periods = all.subList(Math.max(0, all.size() - MONTHS), all.size());
        }
        return periods;
    }
}
