package no.fellesdrift.web.frame;

import static no.fellesdrift.kernel.Role.ADMINISTRATOR;
import static no.fellesdrift.kernel.Role.AGENCY_FINANCE;
import static no.fellesdrift.kernel.Role.APPROVER;
import static no.fellesdrift.kernel.Role.CONTROLLER;
import static no.fellesdrift.kernel.Role.FINANCE_APPROVER;
import static no.fellesdrift.kernel.Role.OBSERVER;
import static no.fellesdrift.kernel.Role.ORDERER;
import static no.fellesdrift.kernel.Role.ORDER_DESK;
import static no.fellesdrift.kernel.Role.SECURITY_OFFICER;
import static no.fellesdrift.kernel.Role.SERVICE_LEVEL_MANAGER;
import static no.fellesdrift.kernel.Role.SERVICE_OWNER;
import static no.fellesdrift.kernel.Role.SYSTEM_OWNER;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.fellesdrift.kernel.Role;

/** The rooms of the left navigation: the same order for everyone, only what the role can use and what is built. */
@Named
@RequestScoped
public class Navigation {

    /** One entry: its name in the address of pages, its picture, its first page and who uses it. */
    public record Place(String section, String icon, String page, Set<Role> roles) {}

    private static final Set<Role> PEOPLE = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.SUPPLIER_CONTACT));

    static final List<Place> PLACES = List.of(
            new Place("overview", "home", "/index.xhtml", EnumSet.complementOf(EnumSet.of(Role.SYSTEM))),
            new Place("catalogue", "th-large", "/catalogue/index.xhtml", PEOPLE),
            new Place(
                    "orders",
                    "shopping-cart",
                    "/orders/index.xhtml",
                    EnumSet.of(
                            ORDERER,
                            APPROVER,
                            AGENCY_FINANCE,
                            SYSTEM_OWNER,
                            SECURITY_OFFICER,
                            ORDER_DESK,
                            SERVICE_OWNER,
                            SERVICE_LEVEL_MANAGER,
                            CONTROLLER,
                            OBSERVER)),
            new Place("agreements", "file", "/agreements/index.xhtml", PEOPLE),
            new Place("levels", "chart-line", "/levels/index.xhtml", PEOPLE),
            new Place(
                    "finance",
                    "wallet",
                    "/finance/index.xhtml",
                    EnumSet.of(APPROVER, AGENCY_FINANCE, ORDERER, CONTROLLER, FINANCE_APPROVER, OBSERVER)),
            new Place("governance", "shield", "/governance/index.xhtml", PEOPLE),
            new Place("admin", "cog", "/admin/index.xhtml", EnumSet.of(ADMINISTRATOR)));

    @Inject
    Me me;

    @Inject
    ServletContext context;

    private List<Place> places;

    public List<Place> getPlaces() {
        if (places == null) {
            places = mine();
        }
        return places;
    }

    private List<Place> mine() {
        return me.isSignedIn()
                ? PLACES.stream()
                        .filter(place -> place.roles().stream()
                                .anyMatch(role -> me.caller().has(role)))
                        .filter(place -> isBuilt(place.page()))
                        .toList()
                : List.of();
    }

    public boolean has(String section) {
        return getPlaces().stream().anyMatch(place -> place.section().equals(section));
    }

    private boolean isBuilt(String page) {
        try {
            return context.getResource(page) != null;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(page, e);
        }
    }
}
