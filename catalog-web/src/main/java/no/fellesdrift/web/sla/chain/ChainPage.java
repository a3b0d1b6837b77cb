package no.fellesdrift.web.sla.chain;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.chain.ChainDesk;
import no.fellesdrift.sla.chain.ContractView;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What suppliers promise beside what customers are promised, for a month. */
@Named
@RequestScoped
public class ChainPage {

    private static final int DECIMALS = 4;

    @Inject
    ChainDesk desk;

    @Inject
    LevelDesk levels;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    HttpServletRequest request;

    private YearMonth period;
    private List<ContractView> contracts;

    @PostConstruct
    void open() {
        period = new Asked(request::getParameter).period().orElseGet(desk::currentPeriod);
        contracts = new ArrayList<>(desk.chain(period));
    }

    public YearMonth getPeriod() {
        return period;
    }

    public List<YearMonth> getPeriods() {
        List<YearMonth> periods = new ArrayList<>(levels.periods());
        if (!periods.contains(period)) {
            periods.add(period);
        }
        return periods;
    }

    public List<ContractView> getContracts() {
        return contracts;
    }

    public long getWeak() {
        return contracts.stream().filter(ContractView::isWeak).count();
    }

    /** What the supplier promises, in words: {@code 99 %}, or {@code 95 % innen 6 t}. */
    public String promised(Measure measure, BigDecimal target, Long seconds) {
        return measure == Measure.AVAILABILITY || seconds == null
                ? percent(Share.of(target))
                : t.of("chain.within", percent(Share.of(target)), f.duration(seconds));
    }

    /** Cut, never rounded up. */
    public String percent(Share percent) {
        BigDecimal cut = percent.round(DECIMALS, RoundingMode.FLOOR).stripTrailingZeros();
        return f.percent(cut, Math.max(0, cut.scale()));
    }

    /** Why a promise is too weak, in one sentence each. */
    public List<String> reasons(ContractView.LinkView view) {
        return view.link().weaknesses().stream()
                .map(weakness -> switch (weakness) {
                    case AVAILABILITY ->
                        t.of(
                                "chain.weak.AVAILABILITY",
                                percent(Share.of(view.link().promise().target())),
                                percent(view.link().carried()));
                    case TIME ->
                        t.of(
                                "chain.weak.TIME",
                                f.duration(view.link().promise().thresholdSeconds()),
                                f.duration(view.link().contract().thresholdSeconds()));
                    case SHARE ->
                        t.of(
                                "chain.weak.SHARE",
                                percent(Share.of(view.link().promise().target())),
                                percent(Share.of(view.link().contract().target())));
                    case HOURS ->
                        t.of(
                                "chain.weak.HOURS",
                                view.link().promise().calendar(),
                                view.link().contract().calendar());
                })
                .toList();
    }

    public String agencies(ContractView.LinkView view) {
        return view.link().promise().agencies().stream().collect(Collectors.joining(", "));
    }

    /** {@code NET-VPN → NET-WAN}; empty for the supplied service itself. */
    public String path(ContractView.LinkView view) {
        return view.link().path().size() < 2
                ? ""
                : String.join(" → ", view.link().path());
    }
}
