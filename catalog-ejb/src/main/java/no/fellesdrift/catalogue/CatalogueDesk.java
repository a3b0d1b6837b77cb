package no.fellesdrift.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Finding services, and keeping their texts and their life true. */
@Stateless
public class CatalogueDesk {

    @Inject
    Services services;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<Happened> happened;

    /** The services found, with their offerings; the order is by category and name, or best match first. */
    @RolesAllowed(Roles.USER)
    public Paged<ServiceView> services(ServiceFilter filter, PageRequest page) {
        return services.page(filter, staff(), page);
    }

    /** Hands out the same services one by one, for a file. */
    @RolesAllowed(Roles.USER)
    public void forEach(ServiceFilter filter, List<String> sort, Consumer<ServiceRow> each) {
        services.forEach(filter, staff(), sort, each);
    }

    /** The counts beside the list. */
    @RolesAllowed(Roles.USER)
    public Facets facets(ServiceFilter filter) {
        return services.facets(filter, staff());
    }

    /** @throws Rejection SERVICE_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public ServiceView service(ServiceCode code) {
        return services.view(code, staff());
    }

    /** @throws Rejection SERVICE_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public ServiceDetail detail(ServiceCode code) {
        return services.detail(code, staff());
    }

    /**
     * Writes a service's texts.
     *
     * @param version the version that was shown to the writer
     * @throws Rejection SERVICE_NOT_FOUND, or STALE when somebody else changed it meanwhile
     */
    @RolesAllowed(Roles.CATALOGUE_MANAGER)
    public ServiceView describe(ServiceCode code, int version, @Valid ServiceDraft draft) {
        Service service = services.expected(code, version);
        String before = service.name().nb();
        service.describe(draft);
        services.flush();
        happened.fire(new Happened(
                "catalogue.describe",
                "Service",
                code.value(),
                null,
                before,
                service.name().nb(),
                null));
        return services.view(code, true);
    }

    /**
     * Takes a service one step in its life.
     *
     * @param version the version that was shown
     * @param successor what takes its place; may be absent
     * @throws Rejection SERVICE_NOT_FOUND, STALE, WRONG_LIFECYCLE, SUCCESSOR_UNKNOWN
     */
    @RolesAllowed(Roles.CATALOGUE_MANAGER)
    public ServiceView moveTo(ServiceCode code, int version, Lifecycle next, ServiceCode successor, String note) {
        Service service = services.expected(code, version);
        if (successor != null && (successor.equals(code) || !services.exists(successor))) {
            throw new Rejection(CatalogueReason.SUCCESSOR_UNKNOWN, successor);
        }
        Lifecycle before = service.lifecycle();
        service.moveTo(next, successor);
        services.flush();
        happened.fire(
                new Happened("catalogue.lifecycle", "Service", code.value(), null, before.name(), next.name(), note));
        return services.view(code, true);
    }

    private boolean staff() {
        return caller.get().seesAllAgencies();
    }
}
