package no.fellesdrift.charge.claim;

import java.time.LocalDate;
import java.time.YearMonth;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;

/**
 * A claim as a row of a list.
 *
 * @param version for If-Match; grows with every step
 * @param serviceName what the contract is about
 * @param breaches how many it is collected from
 * @param draftedBy a person's id
 */
public record ClaimLine(
        String number,
        int version,
        String contract,
        String supplier,
        String supplierName,
        LocalizedText serviceName,
        YearMonth period,
        ClaimState state,
        Money amount,
        int breaches,
        String draftedBy,
        String draftedByName,
        String sentByName,
        LocalDate sentOn,
        LocalDate answeredOn,
        String answer,
        LocalDate settledOn) {}
