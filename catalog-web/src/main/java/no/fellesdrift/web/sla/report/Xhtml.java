package no.fellesdrift.web.sla.report;

import java.util.List;

/** Writes well-formed XHTML, every text escaped. */
final class Xhtml {

    private final StringBuilder built = new StringBuilder();

    Xhtml open(String element) {
        built.append('<').append(element).append('>');
        return this;
    }

    /** @param attribute its name; the value is escaped */
    Xhtml open(String element, String attribute, String value) {
        built.append('<')
                .append(element)
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append("\">");
        return this;
    }

    Xhtml close(String element) {
        built.append("</").append(element).append('>');
        return this;
    }

    Xhtml text(String text) {
        built.append(escaped(text));
        return this;
    }

    Xhtml element(String element, String text) {
        return open(element).text(text).close(element);
    }

    Xhtml element(String element, String attribute, String value, String text) {
        return open(element, attribute, value).text(text).close(element);
    }

    /** Paragraphs, one a line; none for an absent text. */
    Xhtml paragraphs(String text) {
        if (text != null) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> element("p", line));
        }
        return this;
    }

    /** A table of names and values. */
    Xhtml pairs(List<String[]> rows) {
        open("table", "class", "pairs").open("tbody");
        rows.forEach(row -> open("tr")
                .element("th", "scope", "row", row[0])
                .element("td", row[1])
                .close("tr"));
        return close("tbody").close("table");
    }

    Xhtml head(String... columns) {
        open("thead").open("tr");
        for (String column : columns) {
            element("th", "scope", "col", column);
        }
        return close("tr").close("thead");
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return built.toString();
    }
}
