package no.fellesdrift.charge.claim;

import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;

/**
 * What one breach adds to a claim.
 *
 * @param breach its number
 * @param result the id of the result that it is about
 * @param credit what the customer gets, positive
 * @param supplierSeconds of the downtime
 */
public record ClaimPart(
        String breach,
        String result,
        String organisation,
        String organisationName,
        String service,
        LocalizedText serviceName,
        Money credit,
        long supplierSeconds,
        long downtimeSeconds,
        Money amount) {}
