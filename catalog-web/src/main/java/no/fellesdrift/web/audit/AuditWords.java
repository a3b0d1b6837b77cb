package no.fellesdrift.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** The audit trail keeps codes, so that it stays true when a text is rewritten; here they become the reader's words. */
@Named
@RequestScoped
public class AuditWords {

    @Inject
    Texts t;

    @Inject
    Format f;

    /** {@code Godkjente bestillingen} */
    public String what(AuditEntry entry) {
        return t.containsKey(entry.textKey()) ? t.get(entry.textKey()) : entry.what();
    }

    /** {@code Bestilling} */
    public String type(AuditEntry entry) {
        String key = "audit.type." + entry.type();
        return t.containsKey(key) ? t.get(key) : entry.type();
    }

    public String from(AuditEntry entry) {
        return value(entry, entry.from());
    }

    public String to(AuditEntry entry) {
        return value(entry, entry.to());
    }

    private String value(AuditEntry entry, String value) {
        return value == null
                ? ""
                : Arrays.stream(value.split(", ", -1))
                        .map(one -> word(entry, one))
                        .collect(Collectors.joining(", "));
    }

    private String word(AuditEntry entry, String code) {
        if (code.matches("-?\\d{1,17}\\.\\d{2}")) {
            return f.amount(new BigDecimal(code));
        }
        if (code.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(code);
        }
        String room = entry.what().replaceAll("\\..*", "");
        String noun = room + "." + entry.type().toLowerCase(Locale.ROOT);
        return Stream.of(
                        "frame.role.",
                        noun + ".state.",
                        room + ".state.",
                        room + ".ReportState.",
                        room + ".lifecycle.",
                        room + ".keystate.")
                .map(beginning -> beginning + code)
                .filter(t::containsKey)
                .findFirst()
                .map(t::get)
                .orElse(code);
    }

    private String date(String text) {
        try {
            return f.date(LocalDate.parse(text));
        } catch (DateTimeException notOne) {
            return text;
        }
    }
}
