package no.fellesdrift.web.charge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.web.frame.AddressReason;

/** What a month's breaches give back, by the filters of the address. */
@Named
@RequestScoped
public class CreditsPage {

    @Inject
    CreditDesk desk;

    @Inject
    LevelDesk levels;

    @Inject
    HttpServletRequest request;

    private YearMonth period;
    private Optional<OrgNumber> organisation;
    private Optional<CreditState> state;
    private List<ServiceCredit> credits;

    @PostConstruct
    void open() {
        period = asked("period", YearMonth::parse).orElseGet(levels::currentPeriod);
        organisation = asked("organisation", OrgNumber::of);
        state = asked("state", CreditState::valueOf);
        credits = desk.credits(period, organisation, state);
    }

    private <T> Optional<T> asked(String name, Function<String, T> reader) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Rejection(name.equals("period") ? AddressReason.NO_MONTH : AddressReason.NO_CHOICE, text);
        }
    }

    public YearMonth getPeriod() {
        return period;
    }

    public List<YearMonth> getPeriods() {
        return levels.periods();
    }

    public String getOrganisation() {
        return organisation.map(OrgNumber::digits).orElse("");
    }

    public List<LevelDesk.Choice> getOrganisations() {
        return levels.organisations(period);
    }

    public String getState() {
        return state.map(Enum::name).orElse("");
    }

    public CreditState[] getStates() {
        return CreditState.values();
    }

    public List<ServiceCredit> getCredits() {
        return credits;
    }

    public Money getTotal() {
        return sum(credits);
    }

    public Money getApproved() {
        return sum(credits.stream()
                .filter(credit -> credit.state() == CreditState.APPROVED)
                .toList());
    }

    public long getWaiting() {
        return credits.stream()
                .filter(credit -> credit.state() == CreditState.DUE || credit.state() == CreditState.PROPOSED)
                .count();
    }

    private static Money sum(List<ServiceCredit> credits) {
        return Money.sum(credits.stream().map(ServiceCredit::amount).toList());
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
