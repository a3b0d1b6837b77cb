package no.fellesdrift.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.party.PersonFilter;
import no.fellesdrift.party.PersonView;

/** People and their roles, filtered by the address. */
@Named
@RequestScoped
public class PeoplePage {

    private static final int SIZE = 25;

    @Inject
    PartyDesk desk;

    @Inject
    HttpServletRequest request;

    private Paged<PersonView> people;

    @PostConstruct
    void load() {
        people = desk.people(
                filter(request::getParameter),
                new PageRequest(
                        parameter("page")
                                .filter(page -> page.matches("\\d{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(0),
                        SIZE,
                        parameter("sort").map(List::of).orElse(List.of())));
    }

    /** What the address narrows the list to; what it does not know narrows nothing. */
    static PersonFilter filter(UnaryOperator<String> address) {
        return new PersonFilter(
                parameter(address, "q"),
                parameter(address, "organisation").filter(OrgNumber::isValid).map(OrgNumber::of),
                parameter(address, "role")
                        .flatMap(name -> Arrays.stream(Role.values())
                                .filter(known -> known.name().equals(name))
                                .findFirst()));
    }

    private Optional<String> parameter(String name) {
        return parameter(request::getParameter, name);
    }

    private static Optional<String> parameter(UnaryOperator<String> address, String name) {
        return Optional.ofNullable(address.apply(name)).filter(value -> !value.isBlank());
    }

    public Paged<PersonView> getPeople() {
        return people;
    }
}
