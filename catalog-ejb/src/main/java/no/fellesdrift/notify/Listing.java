package no.fellesdrift.notify;

import java.util.List;

/**
 * What a mail tells several of, a line each; when there are many, the first and how many more.
 *
 * @param row the key of a line's words
 * @param facts of each line
 */
record Listing(String row, List<List<Object>> facts) {

    static final int MOST = 15;

    Listing {
        facts = List.copyOf(facts);
    }
}
