package no.fellesdrift.agreement;

import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;

/** Who does what for one task of a service: letters of R, A, C, I for each party; exactly one A over all three. */
public record ResponsibilityView(
        ServiceCode service, String task, LocalizedText name, String provider, String customer, String upstream) {}
