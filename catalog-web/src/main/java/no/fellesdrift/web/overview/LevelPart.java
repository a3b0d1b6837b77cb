package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.StatusCounts;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of service levels. */
@RequestScoped
class LevelPart {

    private static final int SHOWN = 5;
    private static final int MONTHS = 6;
    private static final String LIST = "/levels/index.xhtml";

    @Inject
    LevelDesk desk;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    Tile tile() {
        YearMonth period = desk.currentPeriod();
        StatusCounts counts = desk.counts(ResultQuery.of(period, Optional.empty()));
        long judged = counts.met() + counts.breached();
        long without = counts.all() - judged;
        Tile.Mark bad = counts.breached() == 0
                ? new Tile.Mark("ok", "check-circle", t.get("overview.levels.none-breached"))
                : new Tile.Mark("bad", "times-circle", t.of("overview.levels.breached", counts.breached()));
        Tile.Mark[] marks = without == 0
                ? new Tile.Mark[] {bad}
                : new Tile.Mark[] {
                    bad, new Tile.Mark("dash", "question-circle", t.of("overview.levels.without", without))
                };
        return Tile.of(
                        t.of("overview.levels.title", f.month(period)),
                        links.to(LIST, "period", period.toString()),
                        f.number(counts.met()),
                        t.of("overview.levels.of", judged),
                        "",
                        marks)
                .with(trend(period), t.get("overview.levels.trend"));
    }

    /** The share of levels that were reached, in percent, month by month as far as there are figures. */
    private List<BigDecimal> trend(YearMonth until) {
        return desk.periods().stream()
                .filter(period -> !period.isAfter(until))
                .limit(MONTHS)
                .sorted()
                .map(period -> desk.counts(ResultQuery.of(period, Optional.empty())))
                .filter(counts -> counts.met() + counts.breached() > 0)
                .map(counts -> BigDecimal.valueOf(100 * counts.met())
                        .divide(BigDecimal.valueOf(counts.met() + counts.breached()), 1, RoundingMode.HALF_UP))
                .toList();
    }

    /** How many levels were not reached; the list shows some of them. */
    long countBreaches() {
        return desk.counts(ResultQuery.of(desk.currentPeriod(), Optional.empty()))
                .breached();
    }

    String breachesHref() {
        return links.to(LIST, "period", desk.currentPeriod().toString(), "status", "BREACHED");
    }

    /** The levels that were not reached in the month that is looked at. */
    List<Task> breaches() {
        YearMonth period = desk.currentPeriod();
        ResultQuery breached = new ResultQuery(period, Optional.empty(), null, null, null, null, "BREACHED");
        return desk.results(breached, PageRequest.first(SHOWN)).items().stream()
                .map(result -> task(result, period))
                .toList();
    }

    private Task task(ResultView result, YearMonth period) {
        return new Task(
                links.to("/levels/why.xhtml", "id", result.id()),
                result.serviceName(),
                t.of("overview.levels.line", result.line(), f.month(period)),
                new Tile.Mark("bad", "times-circle", written(result, result.displayed(), result.displayDecimals())),
                t.of("overview.levels.target", written(result, result.targetDisplayed(), 2)));
    }

    /** In the level's unit; a dash where there is no number. */
    private String written(ResultView result, BigDecimal number, int decimals) {
        if (number == null) {
            return "–";
        }
        return switch (result.unit()) {
            case PERCENT -> f.percent(number, Math.max(decimals, number.scale()));
            case SECONDS -> f.duration(number.longValue());
            case COUNT, NUMBER -> f.number(number);
        };
    }
}
