package no.fellesdrift.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementFilter;
import no.fellesdrift.agreement.AgreementState;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.price.PriceDesk;

/** The agreements the reader may see. */
@Named
@RequestScoped
public class AgreementsPage {

    private static final int SIZE = 20;
    private static final List<String> SORTS =
            List.of("number", "title", "organisation", "type", "state", "validFrom", "revisionDue");

    @Inject
    AgreementDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private String text;
    private String state;
    private Paged<AgreementView> found;

    @PostConstruct
    void open() {
        text = parameter("q");
        state = Arrays.stream(AgreementState.values())
                .map(Enum::name)
                .filter(parameter("state")::equals)
                .findFirst()
                .orElse("");
        String sort = parameter("sort");
        boolean known = SORTS.contains(sort.startsWith("-") ? sort.substring(1) : sort);
        int page = parameter("page").matches("\\d{1,6}") ? Integer.parseInt(parameter("page")) : 0;
        found = desk.agreements(
                filter(request::getParameter), new PageRequest(page, SIZE, known ? List.of(sort) : List.of()));
    }

    /** What the address narrows the list to; a state that there is not narrows nothing. */
    static AgreementFilter filter(UnaryOperator<String> address) {
        return new AgreementFilter(
                Optional.ofNullable(address.apply("q")).orElse(""),
                Optional.empty(),
                Arrays.stream(AgreementState.values())
                        .filter(known -> known.name().equals(address.apply("state")))
                        .findFirst(),
                Optional.empty());
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public Paged<AgreementView> getFound() {
        return found;
    }

    public String getText() {
        return text;
    }

    public String getState() {
        return state;
    }

    public List<AgreementState> getStates() {
        return List.of(AgreementState.values());
    }

    public boolean isOverdue(AgreementView agreement) {
        return agreement.revisionOverdue(LocalDate.now(clock.withZone(PriceDesk.BILLING_ZONE)));
    }
}
