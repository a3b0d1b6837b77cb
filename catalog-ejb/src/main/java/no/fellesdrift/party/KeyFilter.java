package no.fellesdrift.party;

import java.util.Optional;

/**
 * Which keys a list shows.
 *
 * @param q a part of the key's name, of the person it acts as or of the organisation's name; absent for all
 */
public record KeyFilter(Optional<String> q, Optional<ApiKeyState> state) {
    public static final KeyFilter ALL = new KeyFilter(Optional.empty(), Optional.empty());
}
