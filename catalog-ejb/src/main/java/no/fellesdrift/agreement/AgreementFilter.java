package no.fellesdrift.agreement;

import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which agreements are wanted.
 *
 * @param text words in the number, the title or the agency's name; empty means all
 */
public record AgreementFilter(
        String text, Optional<OrgNumber> agency, Optional<AgreementState> state, Optional<AgreementType> type) {

    public static AgreementFilter all() {
        return new AgreementFilter("", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
