package no.fellesdrift.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of e-mails, complete in three languages. */
class MailTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void every_language_has_the_sentences_of_bokmaal_with_the_same_facts(String language) throws Exception {
        Properties nb = texts("nb");
        Properties other = texts(language);
        assertThat(other.keySet()).isEqualTo(nb.keySet());
        nb.stringPropertyNames()
                .forEach(key -> assertThat(facts(other.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(facts(nb.getProperty(key))));
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void every_kind_has_its_subject_and_its_text(MailKind kind) throws Exception {
        for (String language : new String[] {"nb", "nn", "en"}) {
            assertThat(texts(language).stringPropertyNames())
                    .contains("mail.subject." + kind, "mail.text." + kind, "mail.open", "mail.foot");
        }
    }

    @Test
    void nynorsk_and_bokmaal_are_not_mixed_up() throws Exception {
        assertThat(texts("nn").values().stream().map(String::valueOf))
                .noneMatch(text -> text.matches("(?s).*\\b(ikke|tjeneste\\w*|noen|fra|venter)\\b.*"));
        assertThat(texts("nb").values().stream().map(String::valueOf))
                .noneMatch(text -> text.matches("(?s).*\\b(ikkje|teneste\\w*|nokon|frå|ventar|ein|eit)\\b.*"));
    }

    @Test
    void dates_and_months_are_written_in_the_receivers_language() {
        LocalDate date = LocalDate.of(2026, 11, 17);
        assertThat(Letters.text(MailKind.ORDER_PROMISED, "nb", "B-2026-0212", "Riksantikvaren", date))
                .isEqualTo("Bestilling B-2026-0212 ventes levert 17. november 2026.");
        assertThat(Letters.text(MailKind.ORDER_PROMISED, "en", "B-2026-0212", "Riksantikvaren", date))
                .isEqualTo("Order B-2026-0212 is expected to be delivered on 17 November 2026.");
        assertThat(Letters.subject(MailKind.CHARGES_CLOSED, "nn", YearMonth.of(2026, 10)))
                .isEqualTo("Avrekninga for oktober 2026 er lukka");
    }

    @Test
    void the_page_form_of_a_mail_holds_nothing_that_a_name_could_smuggle_in() {
        Mail mail = new Mail(
                MailKind.ORDER_NEW,
                new Receiver("p-ordre1", "k@mdir.example", "nb"),
                "/orders/order.xhtml?number=B-2026-0212",
                Instant.parse("2026-11-05T05:00:00Z"),
                "B-2026-0212",
                "<b>Etat & sønner</b>",
                "");
        assertThat(Letters.html(mail, "https://fellesdrift.example"))
                .contains("<html lang=\"nb\">", "&lt;b&gt;Etat &amp; sønner&lt;/b&gt;")
                .contains("<a href=\"https://fellesdrift.example/orders/order.xhtml?number=B-2026-0212\">")
                .doesNotContain("<b>", "<img", "style=");
    }

    private static Set<String> facts(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws Exception {
        try (Reader in = new InputStreamReader(
                MailTextsTest.class.getResourceAsStream("/texts/mail_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(in);
            return texts;
        }
    }
}
