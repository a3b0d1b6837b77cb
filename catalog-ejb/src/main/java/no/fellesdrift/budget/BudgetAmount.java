package no.fellesdrift.budget;

import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * What an agency sets aside for a service in a calendar year.
 *
 * @param adopted otherwise proposed
 */
public record BudgetAmount(OrgNumber agency, ServiceCode service, boolean adopted, Money amount) {}
