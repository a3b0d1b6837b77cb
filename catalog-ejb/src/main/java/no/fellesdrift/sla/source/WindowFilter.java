package no.fellesdrift.sla.source;

import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;

/**
 * Which announced work is wanted.
 *
 * @param coming only what has not ended yet and was not called off
 * @param service its code; absent for all
 * @param organisation whose lines it affects; absent for all that the caller sees
 */
public record WindowFilter(
        boolean coming, Optional<String> service, Optional<WindowState> state, Optional<OrgNumber> organisation) {

    public static WindowFilter ofComing() {
        return new WindowFilter(true, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
