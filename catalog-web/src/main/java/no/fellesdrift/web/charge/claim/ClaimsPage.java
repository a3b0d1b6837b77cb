package no.fellesdrift.web.charge.claim;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.charge.claim.ClaimDesk;
import no.fellesdrift.charge.claim.ClaimFilter;
import no.fellesdrift.charge.claim.ClaimLine;
import no.fellesdrift.charge.claim.ClaimState;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** What could be claimed for a month, and the claims there are, by the filters of the address. */
@Named
@RequestScoped
public class ClaimsPage {

    private static final int SIZE = 25;

    @Inject
    ClaimDesk desk;

    @Inject
    LevelDesk levels;

    @Inject
    Me me;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private YearMonth month;
    private ClaimFilter filter;
    private Paged<ClaimLine> page;
    private List<ClaimDesk.Candidate> candidates;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        filter = filter(asked);
        month = asked.period().orElseGet(levels::currentPeriod);
        page = desk.list(filter, new PageRequest(asked.page(), SIZE, asked.sort()));
    }

    /** What the list of an address is narrowed to. */
    static ClaimFilter filter(Asked asked) {
        return new ClaimFilter(asked.period(), asked.choice("state", ClaimState.class));
    }

    /** The button of a candidate. */
    public String draft(String contract) {
        ClaimLine drafted = desk.draft(contract, month).claim();
        messages.done("charge.claim.did.draft", drafted.number());
        return "/levels/claim.xhtml?faces-redirect=true&number=" + drafted.number();
    }

    public boolean isDrafting() {
        return me.has("SERVICE_LEVEL_MANAGER");
    }

    public YearMonth getMonth() {
        return month;
    }

    public List<YearMonth> getMonths() {
        List<YearMonth> months = new ArrayList<>(desk.periods());
        if (!months.contains(month)) {
            months.add(month);
        }
        return months;
    }

    public List<ClaimDesk.Candidate> getCandidates() {
        if (candidates == null) {
            candidates = desk.candidates(month);
        }
        return candidates;
    }

    public Paged<ClaimLine> getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public boolean isFiltered() {
        return !filter.equals(ClaimFilter.ALL);
    }

    public ClaimState[] getStates() {
        return ClaimState.values();
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(ClaimState state) {
        return switch (state) {
            case DRAFT -> "dash";
            case SENT -> "info";
            case ACCEPTED, SETTLED -> "ok";
            case REJECTED -> "bad";
        };
    }

    public String icon(ClaimState state) {
        return switch (state) {
            case DRAFT -> "pencil";
            case SENT -> "send";
            case ACCEPTED -> "check";
            case REJECTED -> "times-circle";
            case SETTLED -> "check-circle";
        };
    }
}
