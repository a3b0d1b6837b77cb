package no.fellesdrift.web.charge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.charge.AdjustmentDesk;
import no.fellesdrift.charge.CreditAdjustment;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditFilter;
import no.fellesdrift.charge.CreditList;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Me;

/** What a month's breaches give back, by the filters of the address. */
@Named
@RequestScoped
public class CreditsPage {

    private static final int SIZE = 25;

    @Inject
    CreditDesk desk;

    @Inject
    AdjustmentDesk adjusting;

    @Inject
    LevelDesk levels;

    @Inject
    HttpServletRequest request;

    @Inject
    Me me;

    private CreditFilter filter;
    private CreditList list;
    private Set<String> toAdjust;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        filter = filter(asked, levels);
        list = desk.list(filter, new PageRequest(asked.page(), SIZE, asked.sort()));
    }

    /** What the whole list of an address is narrowed to. */
    static CreditFilter filter(Asked asked, LevelDesk levels) {
        return new CreditFilter(
                asked.period().orElseGet(levels::currentPeriod),
                asked.organisation(),
                asked.choice("state", CreditState.class));
    }

    /** The text keys of the columns, a comma between. */
    public String getHeadings() {
        return (me.isSeesAllAgencies() ? "charge.service,charge.organisation," : "charge.service,")
                + "charge.credit.level,charge.credit.achieved,charge.credit.base,charge.credit.percent,charge.amount,"
                + "charge.credit.state";
    }

    public YearMonth getPeriod() {
        return filter.period();
    }

    public List<YearMonth> getPeriods() {
        return levels.periods();
    }

    public String getOrganisation() {
        return filter.organisation().map(OrgNumber::digits).orElse("");
    }

    public List<LevelDesk.Choice> getOrganisations() {
        return levels.organisations(filter.period());
    }

    public String getState() {
        return filter.state().map(Enum::name).orElse("");
    }

    public CreditState[] getStates() {
        return CreditState.values();
    }

    public List<ServiceCredit> getCredits() {
        return list.page().items();
    }

    /** What of the list is on this page. */
    public Paged<ServiceCredit> getPage() {
        return list.page();
    }

    public Money getTotal() {
        return list.total();
    }

    public Money getApproved() {
        return list.approved();
    }

    public long getWaiting() {
        return list.waiting();
    }

    /** How many of the month's approved credits a later result asks to be adjusted, and nobody has decided on. */
    public int getToAdjust() {
        return adjusted().size();
    }

    /** Whether this is one of them. */
    public boolean isToAdjust(ServiceCredit credit) {
        return adjusted().contains(credit.id());
    }

    private Set<String> adjusted() {
        if (toAdjust == null) {
            toAdjust = adjusting.adjustments(filter.period(), filter.organisation(), Optional.empty()).stream()
                    .filter(one -> !one.state().isDecided())
                    .map(CreditAdjustment::adjustmentOf)
                    .collect(Collectors.toSet());
        }
        return toAdjust;
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(CreditState state) {
        return switch (state) {
            case DUE -> "dash";
            case PROPOSED -> "info";
            case APPROVED -> "ok";
            case REJECTED -> "bad";
        };
    }

    public String icon(CreditState state) {
        return switch (state) {
            case DUE -> "clock";
            case PROPOSED -> "send";
            case APPROVED -> "check-circle";
            case REJECTED -> "times-circle";
        };
    }
}
