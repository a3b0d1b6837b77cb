package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import no.fellesdrift.kernel.Roles;

/** What is promised, before anything is measured: the same for everyone who takes a package. */
@Stateless
public class PromiseDesk {

    @Inject
    Promises promises;

    /** By package, measure and priority. */
    @RolesAllowed(Roles.USER)
    public List<PromiseView> promises(Collection<String> packages, LocalDate on) {
        return promises.of(packages, on);
    }
}
