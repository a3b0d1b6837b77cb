package no.fellesdrift.charge;

import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Paged;

/**
 * A page of a month's credits and what the whole filtered list comes to.
 *
 * @param approved of the total, what is approved
 * @param waiting how many are not decided on
 */
public record CreditList(Paged<ServiceCredit> page, Money total, Money approved, long waiting) {}
