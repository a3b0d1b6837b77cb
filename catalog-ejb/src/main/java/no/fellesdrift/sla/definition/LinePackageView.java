package no.fellesdrift.sla.definition;

import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;

/**
 * What an agreement line is promised in a span of time.
 *
 * @param number 1 for what it began with
 * @param valid of what it began with, from the line's own start
 * @param reason why it was agreed otherwise; absent for what it began with
 */
public record LinePackageView(
        String line, int number, String servicePackage, LocalizedText name, DateRange valid, String reason) {}
