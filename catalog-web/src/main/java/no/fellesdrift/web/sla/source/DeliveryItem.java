package no.fellesdrift.web.sla.source;

import java.time.Instant;
import java.util.List;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.source.DeliveryOutcome;
import no.fellesdrift.sla.source.DeliveryReceipt;
import no.fellesdrift.sla.source.DeliveryView;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.frame.TextBundles;

/** A delivery, with what could not be used in the caller's language. */
public record DeliveryItem(
        long id,
        Instant receivedAt,
        String way,
        DeliveryOutcome outcome,
        int accepted,
        int duplicates,
        int rejected,
        List<Problem> problems,
        String payload) {

    /**
     * Why an event could not be used.
     *
     * @param row of the event in the message, from 1
     * @param path the field
     */
    public record Problem(int row, String path, String message) {

        static Problem of(RejectedRow row, String language) {
            return new Problem(
                    row.row(),
                    row.path(),
                    TextBundles.text(language, row.key(), row.arguments().toArray()));
        }
    }

    /** What is answered to a delivery. */
    public record Receipt(DeliveryOutcome outcome, int accepted, int duplicates, List<Problem> rejected) {

        static Receipt of(DeliveryReceipt receipt, String acceptLanguage) {
            String language = Languages.of(acceptLanguage);
            return new Receipt(
                    receipt.outcome(),
                    receipt.accepted(),
                    receipt.duplicates(),
                    receipt.rejected().stream()
                            .map(row -> Problem.of(row, language))
                            .toList());
        }
    }

    static DeliveryItem of(DeliveryView delivery, String acceptLanguage) {
        String language = Languages.of(acceptLanguage);
        return new DeliveryItem(
                delivery.id(),
                delivery.receivedAt(),
                delivery.way(),
                delivery.outcome(),
                delivery.accepted(),
                delivery.duplicates(),
                delivery.rejected(),
                delivery.problems().stream()
                        .map(row -> Problem.of(row, language))
                        .toList(),
                delivery.payload());
    }
}
