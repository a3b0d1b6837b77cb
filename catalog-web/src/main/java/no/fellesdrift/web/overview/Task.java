package no.fellesdrift.web.overview;

/**
 * A thing to do, to follow or to know.
 *
 * @param text one line below its title
 * @param mark its deadline or what is wrong; absent when there is none
 * @param since when it began to wait; may be empty
 */
public record Task(String href, String title, String text, Tile.Mark mark, String since) {}
