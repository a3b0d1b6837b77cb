package no.fellesdrift.web.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates in an address: {@code 2026-10-15}, or as people write them, {@code 15.10.2026}. */
final class Dates {

    private Dates() {}

    /** Empty when it is no date. */
    static Optional<LocalDate> read(String text) {
        try {
            String[] parts = text.strip().split("\\.", -1);
            return Optional.of(
                    parts.length == 3
                            ? LocalDate.of(
                                    Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                            : LocalDate.parse(text.strip()));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
