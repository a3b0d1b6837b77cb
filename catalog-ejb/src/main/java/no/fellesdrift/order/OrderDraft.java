package no.fellesdrift.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;

/**
 * An order as it is asked for.
 *
 * @param agreement may be left out where the agency has one agreement in force
 * @param reference the agency's own
 * @param submit whether it goes to approval at once; otherwise it stays a draft
 */
public record OrderDraft(
        AgreementNumber agreement,
        @Size(max = 200) String reference,
        @NotEmpty @Size(max = 50) List<@Valid @NotNull Line> lines,
        boolean submit) {

    public OrderDraft {
        lines = lines == null ? List.of() : lines;
    }

    /**
     * One line of it.
     *
     * @param kind may be left out: INCREASE when the agreement has an open line of the offering, otherwise NEW
     * @param line the agreement line; may be left out where the agreement has one open line of the offering
     * @param quantity the units concerned; may be left out when a line ends, which then ends whole
     * @param answers by question code; several values where the question takes several
     */
    public record Line(
            ItemKind kind,
            LineNumber line,
            OfferingCode offering,
            BigDecimal quantity,
            LocalDate wantedDate,
            Map<String, List<String>> answers,
            Map<String, FileDraft> files) {

        public Line {
            answers = answers == null ? Map.of() : answers;
            files = files == null ? Map.of() : files;
        }
    }

    /** A file that answers a question. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the upload to the database, never compared
    public record FileDraft(String name, String mediaType, byte[] content) {}
}
