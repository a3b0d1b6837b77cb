package no.fellesdrift.catalogue;

import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;

/**
 * What an agency can order of a service.
 *
 * @param leadTimeWorkingDays promised from approval to delivery
 * @param orderable what the catalogue says of the offering alone; see {@link #canBeOrdered()}
 * @param upstream whether a supplier delivers it; then the provider places an order with {@code deliveredBy}
 */
public record OfferingView(
        OfferingCode code,
        int version,
        ServiceCode service,
        LocalizedText serviceName,
        LocalizedText name,
        LocalizedText unit,
        int leadTimeWorkingDays,
        String serviceLevelPackage,
        boolean orderable,
        Lifecycle lifecycle,
        OrgNumber deliveredBy,
        boolean upstream) {

    /** An orderable offering of an active service. */
    public boolean canBeOrdered() {
        return orderable && lifecycle == Lifecycle.ACTIVE;
    }
}
