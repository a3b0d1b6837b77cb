package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.fellesdrift.party.OrganisationRole;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.SignIn;
import no.fellesdrift.party.SignIn.DemoPerson;

/** Whom the demo's sign-in page offers: everyone of the demo's data, by organisation. */
@Named
@RequestScoped
public class DemoPeople {

    /** One organisation's people. */
    public record Group(String organisation, List<Person> people) {}

    /** @param roles in words */
    public record Person(String id, String name, String initials, String roles) {}

    /** The agencies first: most who try are one of them. */
    private static final List<OrganisationRole> AS_SHOWN = List.of(
            OrganisationRole.CUSTOMER, OrganisationRole.PROVIDER, OrganisationRole.MINISTRY, OrganisationRole.SUPPLIER);

    @Inject
    SignIn signIn;

    @Inject
    Texts t;

    private List<Group> groups;

    public List<Group> getGroups() {
        if (groups == null) {
            Map<OrganisationView, List<DemoPerson>> byOrganisation = signIn.demoPeople().stream()
                    .collect(Collectors.groupingBy(DemoPerson::organisation, LinkedHashMap::new, Collectors.toList()));
            groups = byOrganisation.entrySet().stream()
                    .sorted(Comparator.comparing(
                            entry -> AS_SHOWN.indexOf(entry.getKey().role())))
                    .map(entry -> new Group(
                            entry.getKey().name(),
                            entry.getValue().stream().map(this::person).toList()))
                    .toList();
        }
        return groups;
    }

    private Person person(DemoPerson person) {
        return new Person(
                person.id(),
                person.name(),
                Me.initials(person.name()),
                person.roles().stream()
                        .sorted()
                        .map(role -> t.get("frame.role." + role))
                        .collect(Collectors.joining(", ")));
    }
}
