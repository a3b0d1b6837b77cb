package no.fellesdrift.web.sla;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.LineTrend;
import no.fellesdrift.sla.ResultQuery;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.PointChart;
import no.fellesdrift.web.frame.Texts;

/** An agreement line's service levels: availability month by month, and all levels of the newest of the months. */
@Named
@RequestScoped
public class LinePage {

    private static final int LEVELS = 100;

    @Inject
    LevelDesk desk;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    HttpServletRequest request;

    private LineTrend trend;
    private List<ResultView> results;

    @PostConstruct
    void open() {
        String line = Optional.ofNullable(request.getParameter("line")).orElse("");
        String period = request.getParameter("period");
        YearMonth until;
        try {
            until = period == null || period.isBlank() ? desk.currentPeriod() : YearMonth.parse(period);
        } catch (DateTimeException unreadable) {
            throw new Rejection(SlaReason.PERIOD_MALFORMED, period);
        }
        trend = desk.availability(line, until);
        results = desk.results(
                        new ResultQuery(until, Optional.empty(), line, null, null, null, null),
                        PageRequest.first(LEVELS))
                .items();
    }

    public LineTrend getTrend() {
        return trend;
    }

    /** All levels of the newest month. */
    public List<ResultView> getResults() {
        return results;
    }

    public PointChart chart(LineTrend.Level level) {
        return new PointChart(level.months().stream()
                .map(month -> new PointChart.Value(
                        month.period().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, t.locale()),
                        month.shown() ? month.result().displayed() : null,
                        month.result() == null ? null : month.result().targetDisplayed(),
                        month.shown() && month.result().status() == ResultStatus.BREACHED))
                .toList());
    }

    /** In how many of the months it was reached, and which it was not. */
    public String summary(LineTrend.Level level) {
        List<LineTrend.Month> shown =
                level.months().stream().filter(LineTrend.Month::shown).toList();
        List<ResultView> missed = shown.stream()
                .map(LineTrend.Month::result)
                .filter(result -> result.status() == ResultStatus.BREACHED)
                .toList();
        if (shown.isEmpty()) {
            return t.get("sla.line.none-shown");
        }
        String reached = t.of("sla.line.reached", shown.size() - missed.size(), shown.size());
        return missed.isEmpty()
                ? reached
                : reached + " "
                        + t.of(
                                "sla.line.missed",
                                missed.stream()
                                        .map(result -> t.of(
                                                "sla.line.missed.month",
                                                f.month(result.period()),
                                                f.percent(result.displayed(), result.displayDecimals()),
                                                f.number(result.targetDisplayed())))
                                        .collect(Collectors.joining(", ")));
    }
}
