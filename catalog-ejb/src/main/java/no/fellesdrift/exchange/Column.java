package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.OrgNumber;

/**
 * One column of a file: what its text must be, what it may refer to, and where it is stored.
 *
 * @param stored the database column; absent when the value is only read
 * @param required whether the field must be filled in
 * @param always whether the column must be in the header
 * @param refersTo {@code table.column} whose values it may have: rows of the same data set or of the database; absent
 *     when it may have any
 */
record Column(String name, Type type, String stored, boolean required, boolean always, String refersTo) {

    /** Makes a value of a field's text, which is never blank. */
    @FunctionalInterface
    interface Type {
        Object read(String text) throws BadField;
    }

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/~;-]*");
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern PLAIN_INTEGER = Pattern.compile("-?[0-9]{1,30}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private static Column of(String name, Type type) {
        return new Column(name, type, name, false, true, null);
    }

    Column needed() {
        return new Column(name, type, stored, true, always, refersTo);
    }

    Column as(String databaseColumn) {
        return new Column(name, type, databaseColumn, required, always, refersTo);
    }

    Column notStored() {
        return new Column(name, type, null, required, always, refersTo);
    }

    /** The column may be left out of the file. */
    Column mayBeAbsent() {
        return new Column(name, type, stored, required, false, refersTo);
    }

    Column refersTo(String tableAndColumn) {
        return new Column(name, type, stored, required, always, tableAndColumn);
    }

    static Column code(String name) {
        return code(name, 40);
    }

    static Column code(String name, int longest) {
        return of(name, text -> {
            if (!CODE.matcher(text).matches()) {
                throw new BadField(FaultKind.CODE, text);
            }
            return within(longest, text);
        });
    }

    static Column text(String name, int longest) {
        return of(name, text -> within(longest, text));
    }

    private static String within(int longest, String text) throws BadField {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadField(FaultKind.TOO_LONG, longest);
        }
        return text;
    }

    /** A local date. */
    static Column date(String name) {
        return of(name, Column::readDate);
    }

    static LocalDate readDate(String text) throws BadField {
        if (!DAY.matcher(text).matches()) {
            throw new BadField(FaultKind.DATE, text);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadField(FaultKind.DATE, text);
        }
    }

    /** A calendar month, {@code yyyy-mm}, kept as text. */
    static Column period(String name) {
        return of(name, text -> {
            try {
                if (MONTH.matcher(text).matches()) {
                    return YearMonth.parse(text).toString();
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw new BadField(FaultKind.PERIOD, text);
        });
    }

    /** An instant with offset, in whole seconds; stored in {@code <name>_at} unless the name ends so. */
    static Column instant(String name) {
        Column column = of(name, Column::readInstant);
        return name.endsWith("_at") ? column : column.as(name + "_at");
    }

    static Instant readInstant(String text) throws BadField {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadField(FaultKind.INSTANT, text);
        }
        if (!instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
            throw new BadField(FaultKind.WHOLE_SECONDS, text);
        }
        return instant;
    }

    /** A whole number that is not negative. */
    static Column integer(String name) {
        return of(name, text -> {
            if (!PLAIN_INTEGER.matcher(text).matches()) {
                throw new BadField(FaultKind.NUMBER, text);
            }
            BigDecimal value = new BigDecimal(text);
            if (value.signum() < 0) {
                throw new BadField(FaultKind.NEGATIVE, text);
            }
            if (value.precision() > 9) {
                throw new BadField(FaultKind.TOO_BIG, text);
            }
            return value.intValueExact();
        });
    }

    /** A decimal number, of either sign. */
    static Column signed(String name, int decimals) {
        return of(name, text -> readDecimal(text, decimals));
    }

    /** A decimal number that is not negative. */
    static Column decimal(String name, int decimals) {
        return of(name, text -> {
            BigDecimal value = readDecimal(text, decimals);
            if (value.signum() < 0) {
                throw new BadField(FaultKind.NEGATIVE, text);
            }
            return value;
        });
    }

    /** A percentage from 0 to 100, with up to six decimals. */
    static Column percent(String name) {
        return of(name, text -> {
            BigDecimal value = readDecimal(text, 6);
            if (value.signum() < 0) {
                throw new BadField(FaultKind.NEGATIVE, text);
            }
            if (value.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new BadField(FaultKind.TOO_BIG, text);
            }
            return value;
        });
    }

    private static BigDecimal readDecimal(String text, int decimals) throws BadField {
        if (!PLAIN_DECIMAL.matcher(text).matches()) {
            throw new BadField(FaultKind.NUMBER, text);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.scale() > decimals) {
            throw new BadField(FaultKind.DECIMALS, text, decimals);
        }
        if (value.precision() - value.scale() > 19 - Math.max(decimals, 2)) {
            throw new BadField(FaultKind.TOO_BIG, text);
        }
        return value;
    }

    static Column yesNo(String name) {
        return of(name, text -> switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BadField(FaultKind.YES_OR_NO, text);
        });
    }

    /** One of the words, exactly so written; kept as the constant: {@code customer-facing} as CUSTOMER_FACING. */
    static Column choice(String name, String... words) {
        List<String> allowed = List.of(words);
        return of(name, text -> {
            if (!allowed.contains(text)) {
                throw new BadField(FaultKind.CHOICE, text, String.join(", ", allowed));
            }
            return constant(text);
        });
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static Column orgNumber(String name) {
        return of(name, text -> {
            if (!OrgNumber.isValid(text)) {
                throw new BadField(FaultKind.ORG_NUMBER, text);
            }
            return text;
        });
    }
}
