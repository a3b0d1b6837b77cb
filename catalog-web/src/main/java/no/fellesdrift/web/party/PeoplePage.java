package no.fellesdrift.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        Optional<OrgNumber> organisation =
                parameter("organisation").filter(OrgNumber::isValid).map(OrgNumber::of);
        Optional<Role> role = parameter("role")
                .flatMap(name -> Arrays.stream(Role.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst());
        people = desk.people(
                new PersonFilter(parameter("q"), organisation, role),
                new PageRequest(
                        parameter("page")
                                .filter(page -> page.matches("\\d{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(0),
                        SIZE,
                        parameter("sort").map(List::of).orElse(List.of())));
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    public Paged<PersonView> getPeople() {
        return people;
    }
}
