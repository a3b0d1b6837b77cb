package no.fellesdrift.catalogue;

import java.util.List;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * A service as the catalogue shows it.
 *
 * @param version of the row, for the check against lost updates
 * @param upstream whether a supplier delivers it; then it is ordered through the provider
 * @param successor absent when there is none
 * @param offerings ordered by code
 */
public record ServiceView(
        ServiceCode code,
        int version,
        String category,
        LocalizedText categoryName,
        ServiceKind kind,
        OrgNumber deliveredBy,
        String delivererName,
        boolean upstream,
        boolean mandatory,
        Lifecycle lifecycle,
        ServiceCode successor,
        String owner,
        String ownerName,
        LocalizedText name,
        LocalizedText summary,
        LocalizedText description,
        List<OfferingView> offerings) {

    public ServiceView {
        offerings = List.copyOf(offerings);
    }

    ServiceView with(List<OfferingView> its) {
        return new ServiceView(
                code,
                version,
                category,
                categoryName,
                kind,
                deliveredBy,
                delivererName,
                upstream,
                mandatory,
                lifecycle,
                successor,
                owner,
                ownerName,
                name,
                summary,
                description,
                its);
    }
}
