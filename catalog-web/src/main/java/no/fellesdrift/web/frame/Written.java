package no.fellesdrift.web.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/** The writing rules behind {@link Format}, for a given language. */
public final class Written {

    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static final String NOTHING = "–";
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final char SPACE = '\u00a0';

    private Written() {}

    public static String money(String language, Object amount) {
        return amount == null ? NOTHING : kr(language, amount(language, amount));
    }

    public static String amount(String language, Object amount) {
        if (amount == null) {
            return NOTHING;
        }
        return amount instanceof UnitPrice
                ? decimal(language, 2, 4, RoundingMode.UNNECESSARY).format(exact(amount))
                : decimal(language, 2, 2, RoundingMode.HALF_UP).format(exact(amount));
    }

    public static String change(String language, Object amount) {
        if (amount == null) {
            return NOTHING;
        }
        String plus = exact(amount).signum() > 0 ? "+" : "";
        return kr(language, plus + amount(language, amount));
    }

    public static String kroner(String language, Object amount) {
        return amount == null
                ? NOTHING
                : decimal(language, 0, 0, RoundingMode.HALF_UP).format(exact(amount));
    }

    public static String number(String language, Object number) {
        return number == null
                ? NOTHING
                : decimal(language, 0, 6, RoundingMode.HALF_UP).format(exact(number));
    }

    /** {@code 7,5 %}: a rate as it is agreed, with the decimals it has. */
    public static String rate(String language, Object percent) {
        return percent == null
                ? NOTHING
                : "en".equals(language) ? number(language, percent) + "%" : number(language, percent) + SPACE + "%";
    }

    /**
     * So many of a unit, whose name has no plural: one {@code server}, but {@code 15 × server}, which is right whatever
     * the noun's plural would be.
     */
    public static String units(String language, Object number, String unit) {
        return number == null
                ? NOTHING
                : number(language, number)
                        + (exact(number).compareTo(BigDecimal.ONE) == 0 ? SPACE + "" : SPACE + "×" + SPACE)
                        + unit;
    }

    /**
     * A line of arithmetic in the language's own figures: {@code 585.0000 × 1000 = 585000.00} reads {@code 585,00 × 1 000
     * = 585 000,00}. No digit that counts is lost; money keeps its two decimals.
     */
    public static String working(String language, String line) {
        return FIGURE.matcher(line).replaceAll(found -> {
            BigDecimal figure = new BigDecimal(found.group());
            BigDecimal stripped = figure.stripTrailingZeros();
            int decimals = Math.max(Math.min(figure.scale(), 2), stripped.scale());
            return Matcher.quoteReplacement(decimal(language, decimals, decimals, RoundingMode.UNNECESSARY)
                    .format(figure));
        });
    }

    public static String percent(String language, Object percent, int decimals) {
        if (percent == null) {
            return NOTHING;
        }
        BigDecimal cut = percent instanceof Share part
                ? part.times(Share.of(100)).round(decimals, RoundingMode.FLOOR)
                : exact(percent).setScale(decimals, RoundingMode.FLOOR);
        String digits =
                decimal(language, decimals, decimals, RoundingMode.UNNECESSARY).format(cut);
        return "en".equals(language) ? digits + "%" : digits + SPACE + "%";
    }

    public static String date(String language, LocalDate date) {
        return date == null
                ? NOTHING
                : unbroken(formatter(language, "en".equals(language) ? "d MMM uuuu" : "dd.MM.uuuu")
                        .format(date));
    }

    public static String longDate(String language, LocalDate date) {
        return date == null
                ? NOTHING
                : formatter(language, "en".equals(language) ? "EEEE d MMMM uuuu" : "EEEE d. MMMM uuuu")
                        .format(date);
    }

    public static String instant(String language, Instant instant) {
        return instant == null
                ? NOTHING
                : date(language, instant.atZone(OSLO).toLocalDate()) + SPACE + time(language, instant);
    }

    public static String time(String language, Instant instant) {
        return instant == null ? NOTHING : formatter(language, "HH:mm").format(instant.atZone(OSLO));
    }

    public static String month(String language, Object month) {
        return month == null
                ? NOTHING
                : formatter(language, "MMMM uuuu")
                        .format(month instanceof YearMonth known ? known : YearMonth.parse(String.valueOf(month)));
    }

    public static String duration(String language, Object seconds) {
        if (seconds == null) {
            return NOTHING;
        }
        long left = exact(seconds).longValueExact();
        long hours = left / 3600;
        long minutes = left % 3600 / 60;
        long rest = left % 60;
        StringBuilder text = new StringBuilder();
        append(text, hours, "en".equals(language) ? "h" : "t");
        append(text, minutes, "min");
        if (rest != 0) {
            append(text, rest, "s");
        }
        return text.isEmpty() ? "0" + SPACE + "min" : text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count != 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(SPACE).append(unit);
        }
    }

    private static String kr(String language, String digits) {
        return "en".equals(language) ? "NOK" + SPACE + digits : digits + SPACE + "kr";
    }

    private static String unbroken(String text) {
        return text.replace(' ', SPACE);
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Money money) {
            return money.amount();
        }
        if (number instanceof UnitPrice price) {
            return price.amount();
        }
        if (number instanceof Share share) {
            return share.round(12, RoundingMode.HALF_UP);
        }
        return new BigDecimal(String.valueOf(number));
    }

    private static DecimalFormat decimal(String language, int least, int most, RoundingMode rounding) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        boolean english = "en".equals(language);
        symbols.setGroupingSeparator(english ? ',' : SPACE);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(rounding);
        return format;
    }

    private static DateTimeFormatter formatter(String language, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, TextBundles.locale(language));
    }
}
