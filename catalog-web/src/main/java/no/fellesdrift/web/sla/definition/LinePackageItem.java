package no.fellesdrift.web.sla.definition;

import java.time.LocalDate;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.definition.LinePackageView;

/** What an agreement line is promised in a span of time, as the API shows it. */
public record LinePackageItem(
        String line,
        int number,
        String servicePackage,
        LocalizedText name,
        LocalDate validFrom,
        LocalDate validTo,
        String reason) {

    static LinePackageItem of(LinePackageView view) {
        return new LinePackageItem(
                view.line(),
                view.number(),
                view.servicePackage(),
                view.name(),
                view.valid().start(),
                view.valid().end(),
                view.reason());
    }
}
