package no.fellesdrift.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import no.fellesdrift.kernel.LocalizedText;

/** The words of e-mails, {@code texts/mail_<language>.properties}, and how a mail looks as plain text and as HTML. */
final class Letters {

    private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

    /** Where the people are. */
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private Letters() {}

    static String subject(MailKind kind, String language, Object... facts) {
        return filled("mail.subject." + kind, language, facts);
    }

    /** Paragraphs, one a line. */
    static String text(MailKind kind, String language, Object... facts) {
        return filled("mail.text." + kind, language, facts);
    }

    /** As people without a picture of it read it: paragraphs, the link, and why it came. */
    static String plain(Mail mail, String site) {
        return String.join("\n\n", mail.text().split("\n", -1)) + "\n\n" + said("mail.open", mail.language()) + "\n"
                + site + mail.page() + "\n\n-- \n" + said("mail.foot", mail.language()) + "\n" + site
                + "/notifications.xhtml\n";
    }

    /** The same with headings and links that a screen reader finds; no picture, no style, nothing fetched. */
    static String html(Mail mail, String site) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(mail.language())
                .append("\">\n<head><meta charset=\"UTF-8\"><title>")
                .append(escaped(mail.subject()))
                .append("</title></head>\n<body>\n<h1>")
                .append(escaped(mail.subject()))
                .append("</h1>\n");
        for (String paragraph : mail.text().split("\n", -1)) {
            html.append("<p>").append(escaped(paragraph)).append("</p>\n");
        }
        return html.append(link(site + mail.page(), said("mail.open", mail.language())))
                .append("<hr>\n")
                .append(link(site + "/notifications.xhtml", said("mail.foot", mail.language())))
                .append("</body>\n</html>\n")
                .toString();
    }

    private static String link(String address, String words) {
        return "<p><a href=\"" + escaped(address) + "\">" + escaped(words) + "</a></p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String filled(String key, String language, Object... facts) {
        Object[] words = facts.clone();
        for (int i = 0; i < words.length; i++) {
            words[i] = word(words[i], language);
        }
        return new MessageFormat(said(key, language).replace("'", "''"), locale(language)).format(words);
    }

    private static Object word(Object fact, String language) {
        if (fact instanceof Listing listing) {
            return listed(listing, language);
        }
        if (fact instanceof LocalDate date) {
            return date.format(DateTimeFormatter.ofPattern(
                    "en".equals(language) ? "d MMMM uuuu" : "d. MMMM uuuu", locale(language)));
        }
        if (fact instanceof LocalizedText text) {
            return text.in(language);
        }
        if (fact instanceof Instant instant) {
            return instant.atZone(OSLO)
                    .format(DateTimeFormatter.ofPattern(
                            "en".equals(language) ? "EEEE d MMMM uuuu 'at' HH:mm" : "EEEE d. MMMM uuuu 'kl.' HH.mm",
                            locale(language)));
        }
        return fact instanceof YearMonth month
                ? month.format(DateTimeFormatter.ofPattern("LLLL uuuu", locale(language)))
                : fact;
    }

    private static String listed(Listing listing, String language) {
        List<String> lines = new ArrayList<>();
        listing.facts().stream()
                .limit(Listing.MOST)
                .forEach(facts -> lines.add("– " + filled(listing.row(), language, facts.toArray())));
        if (listing.facts().size() > Listing.MOST) {
            lines.add(filled("mail.row.more", language, listing.facts().size() - Listing.MOST));
        }
        return String.join("\n", lines);
    }

    private static Locale locale(String language) {
        return "en".equals(language) ? Locale.UK : Locale.forLanguageTag(language + "-NO");
    }

    private static String said(String key, String language) {
        String text = LOADED.computeIfAbsent(language, Letters::load).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text " + key + " in " + language);
        }
        return text;
    }

    private static Properties load(String language) {
        try (InputStream in = Letters.class.getResourceAsStream("/texts/mail_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
