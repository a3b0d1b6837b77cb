package no.fellesdrift.sla;

import java.util.Optional;
import no.fellesdrift.kernel.Caller;

/** Which source a caller's API key belongs to; the room of sources says so. */
public interface SourceOfKey {

    /** The source's code; empty when nobody has bound the key to one. */
    Optional<String> of(Caller caller);
}
