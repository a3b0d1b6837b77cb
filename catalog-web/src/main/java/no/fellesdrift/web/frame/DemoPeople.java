package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Whom the demo's sign-in page offers: everyone of the demo's data, by organisation. */
@Named
@RequestScoped
public class DemoPeople {

    /** One organisation's people. */
    public record Group(String organisation, List<Person> people) {}

    /** @param roles in words */
    public record Person(String id, String name, String initials, String roles) {}

    public List<Group> getGroups() {
        return List.of();
    }
}
