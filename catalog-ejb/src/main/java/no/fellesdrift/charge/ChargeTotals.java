package no.fellesdrift.charge;

import java.util.List;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/** Sums of rounded charges, never rounded again. */
public record ChargeTotals(
        long count, Money total, List<OfOrganisation> organisations, List<OfKind> kinds, List<OfService> services) {

    public record OfOrganisation(OrgNumber organisation, String name, long count, Money amount) {}

    public record OfKind(ChargeKind kind, long count, Money amount) {}

    public record OfService(ServiceCode service, LocalizedText name, long count, Money amount) {}
}
