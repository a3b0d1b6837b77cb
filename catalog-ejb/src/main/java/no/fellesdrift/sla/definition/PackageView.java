package no.fellesdrift.sla.definition;

import java.util.List;
import no.fellesdrift.kernel.LocalizedText;

/**
 * A package of service levels.
 *
 * @param version for a concurrent change
 * @param levels every version of every level, by code and validity
 * @param offerings codes of those that promise it
 */
public record PackageView(
        String code, LocalizedText name, int version, List<LevelVersionView> levels, List<Use> offerings) {

    /** @param code of an offering, with the service that it belongs to */
    public record Use(String code, String service, LocalizedText name) {}

    /** An agreement line that is promised the package. */
    public record LineUse(String line, String agreement, String agency, String agencyName, LocalizedText offering) {}
}
