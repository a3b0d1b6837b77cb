package no.fellesdrift.web.sla.source;

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
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.WindowFilter;
import no.fellesdrift.sla.source.WindowState;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.frame.AddressReason;
import no.fellesdrift.web.frame.Product;

/** Announced work by the filters of the address, and the reader's calendar. */
@Named
@RequestScoped
public class MaintenancePage {

    private static final int SIZE = 25;

    @Inject
    MaintenanceDesk desk;

    @Inject
    KeyDesk keys;

    @Inject
    HttpServletRequest request;

    @Inject
    Product product;

    private Paged<WindowView> list;
    private String address;

    /** What the address narrows the list to. */
    static WindowFilter filter(UnaryOperator<String> asked) {
        String service = asked.apply("service");
        String state = asked.apply("state");
        String organisation = asked.apply("organisation");
        if (state != null
                && !state.isBlank()
                && Arrays.stream(WindowState.values())
                        .noneMatch(one -> one.name().equals(state))) {
            throw new Rejection(AddressReason.NO_CHOICE, state);
        }
        if (organisation != null && !organisation.isBlank() && !OrgNumber.isValid(organisation)) {
            throw new Rejection(AddressReason.NO_CHOICE, organisation);
        }
        return new WindowFilter(
                !"all".equals(asked.apply("view")),
                Optional.ofNullable(service).filter(text -> !text.isBlank()),
                Optional.ofNullable(state).filter(text -> !text.isBlank()).map(WindowState::valueOf),
                Optional.ofNullable(organisation)
                        .filter(text -> !text.isBlank())
                        .map(OrgNumber::of));
    }

    public Paged<WindowView> getList() {
        if (list == null) {
            String page = asked("page");
            String sort = asked("sort");
            list = desk.list(
                    filter(request::getParameter),
                    new PageRequest(
                            page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0,
                            SIZE,
                            sort.matches("-?(from|service|announcedAt|state)") ? List.of(sort) : List.of()));
        }
        return list;
    }

    /** Makes a new address for the reader's calendar; the one from before is closed. */
    public void subscribe() {
        address = product.site() + "/api/v1/maintenance.ics?key=" + keys.calendarKey();
    }

    /** Told this once; empty before. */
    public String getAddress() {
        return address;
    }

    private String asked(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public String getView() {
        return "all".equals(asked("view")) ? "all" : "coming";
    }

    public String getService() {
        return asked("service");
    }

    public String getState() {
        return asked("state");
    }

    public String getOrganisation() {
        return asked("organisation");
    }

    public WindowState[] getStates() {
        return WindowState.values();
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(WindowState state) {
        return switch (state) {
            case ANNOUNCED -> "warn";
            case APPROVED -> "ok";
            case DONE -> "info";
            case CANCELLED -> "dash";
        };
    }

    public String icon(WindowState state) {
        return switch (state) {
            case ANNOUNCED -> "clock";
            case APPROVED -> "check-circle";
            case DONE -> "check";
            case CANCELLED -> "times-circle";
        };
    }
}
