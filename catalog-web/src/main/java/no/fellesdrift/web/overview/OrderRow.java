package no.fellesdrift.web.overview;

/**
 * An order under way.
 *
 * @param at who has it now, in words
 */
public record OrderRow(String href, String title, String number, Tile.Mark state, String at, String expected) {}
