package no.fellesdrift.web.frame;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;

/**
 * What the address of a page or a file asks for. An empty value asks for nothing; one that cannot be read is refused
 * with the value and what is expected, and never taken for something else. Only the page of a list is forgiving: a
 * wrong one is the first.
 *
 * @param address a parameter's value by its name; null where there is none
 */
public record Asked(UnaryOperator<String> address) {

    /** The years that anything can be told of; others are slips of the keyboard. */
    private static final String YEAR = "(19|20|21)[0-9]{2}";

    public Optional<String> text(String name) {
        return Optional.ofNullable(address.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The parameter {@code year}.
     *
     * @param usual when none is asked for
     * @throws Rejection NO_YEAR
     */
    public int year(int usual) {
        return text("year").map(Asked::readYear).orElse(usual);
    }

    /** The parameter {@code period}, {@code 2026-10}. @throws Rejection NO_MONTH */
    public Optional<YearMonth> period() {
        return read("period", YearMonth::parse, AddressReason.NO_MONTH);
    }

    /** The parameter {@code organisation}. @throws Rejection NO_CHOICE */
    public Optional<OrgNumber> organisation() {
        return read("organisation", OrgNumber::of, AddressReason.NO_CHOICE);
    }

    /** One of an enum's constants. @throws Rejection NO_CHOICE */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return read(name, text -> Enum.valueOf(type, text), AddressReason.NO_CHOICE);
    }

    /** The page of a list, from 0. */
    public int page() {
        return text("page")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** The order of a list; empty for its own. Its desk refuses what it does not know. */
    public List<String> sort() {
        return text("sort").map(List::of).orElse(List.of());
    }

    private static Integer readYear(String text) {
        if (!text.matches(YEAR)) {
            throw new Rejection(AddressReason.NO_YEAR, text);
        }
        return Integer.valueOf(text);
    }

    private <T> Optional<T> read(String name, Function<String, T> reader, AddressReason otherwise) {
        return text(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw new Rejection(otherwise, text);
            }
        });
    }
}
