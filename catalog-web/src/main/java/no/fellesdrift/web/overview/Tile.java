package no.fellesdrift.web.overview;

import java.util.List;

/**
 * A figure that leads to the list behind it.
 *
 * @param unit said after the figure; may be empty
 * @param text one line below; may be empty
 * @param trend oldest first; fewer than two draw nothing
 * @param trendText what the line shows, for those who do not see it
 */
public record Tile(
        String title,
        String href,
        String figure,
        String unit,
        String text,
        List<Mark> marks,
        List<? extends Number> trend,
        String trendText) {

    /** A word with a colour and an icon. */
    public record Mark(String kind, String icon, String label) {}

    static Tile of(String title, String href, String figure, String unit, String text, Mark... marks) {
        return new Tile(title, href, figure, unit, text, List.of(marks), List.of(), "");
    }

    Tile with(List<? extends Number> values, String said) {
        return new Tile(title, href, figure, unit, text, marks, values, said);
    }

    public boolean drawn() {
        return trend.size() > 1;
    }
}
