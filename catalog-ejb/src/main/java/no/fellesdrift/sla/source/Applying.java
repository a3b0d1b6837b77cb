package no.fellesdrift.sla.source;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.sla.RejectedRow;

/**
 * Makes outages of a source's events. The same told again changes nothing, also when it arrives late: what has ended
 * does not begin again by an old message.
 */
class Applying {

    @Inject
    RecordedOutages outages;

    @Inject
    Recorder recorder;

    /** @param lag seconds from the latest of what happened to now; null when nothing was accepted */
    record Applied(DeliveryReceipt receipt, Long lag) {}

    Applied apply(SourceView source, List<Event> events, Instant now) {
        int accepted = 0;
        int duplicates = 0;
        Long lag = null;
        List<RejectedRow> rejected = new ArrayList<>();
        for (Event event : events) {
            if (!event.usable()) {
                rejected.addAll(event.problems());
                continue;
            }
            Optional<OutageDraft> draft = outage(source, event, now);
            if (draft.isEmpty()) {
                duplicates++;
                continue;
            }
            Receipt receipt = recorder.outages(List.of(draft.get()));
            accepted += receipt.accepted();
            duplicates += receipt.duplicates();
            receipt.rejected()
                    .forEach(row -> rejected.add(new RejectedRow(event.row(), row.path(), row.key(), row.arguments())));
            if (receipt.accepted() > 0) {
                Instant happened = draft.get().endedAt() == null
                        ? draft.get().startedAt()
                        : draft.get().endedAt();
                long seconds = Math.max(0, Duration.between(happened, now).toSeconds());
                lag = lag == null ? seconds : Math.min(lag, seconds);
            }
        }
        return new Applied(DeliveryReceipt.of(accepted, duplicates, rejected), lag);
    }

    /** What is to be kept of the event; empty when it says nothing new. */
    Optional<OutageDraft> outage(SourceView source, Event event, Instant now) {
        return switch (event.state()) {
            case Event.FIRING -> begun(source, event, now);
            case Event.RESOLVED -> ended(source, event, now);
            default -> Optional.empty();
        };
    }

    private Optional<OutageDraft> begun(SourceView source, Event event, Instant now) {
        boolean each = source.kind().tellsEachStart();
        if (!each && lasting(source, event).isPresent()) {
            return Optional.empty();
        }
        Instant start = event.started() == null ? second(now) : event.started();
        String key = key(event, start);
        boolean over = outages.find(source.code(), key)
                .filter(known -> known.endedAt() != null)
                .isPresent();
        return over ? Optional.empty() : Optional.of(draft(source, event, key, start, null));
    }

    private Optional<OutageDraft> ended(SourceView source, Event event, Instant now) {
        Instant end = event.ended() == null ? second(now) : event.ended();
        if (source.kind().tellsEachStart()) {
            return event.started() == null
                    ? Optional.empty()
                    : Optional.of(draft(source, event, key(event, event.started()), event.started(), end));
        }
        Optional<OutageView> lasting = lasting(source, event);
        if (lasting.isPresent()) {
            OutageView known = lasting.get();
            return Optional.of(new OutageDraft(
                    known.outage(),
                    known.service(),
                    known.offering(),
                    known.agency(),
                    known.startedAt(),
                    end.isAfter(known.startedAt()) ? end : known.startedAt().plusSeconds(1),
                    known.causedBy(),
                    known.impact(),
                    source.code(),
                    known.text()));
        }
        // its beginning never came, but the message knows when that was
        return event.started() != null
                        && event.started().isBefore(end)
                        && outages.find(source.code(), key(event, event.started()))
                                .isEmpty()
                ? Optional.of(draft(source, event, key(event, event.started()), event.started(), end))
                : Optional.empty();
    }

    private Optional<OutageView> lasting(SourceView source, Event event) {
        return outages.lasting(source.code(), event.key() + "@");
    }

    private static OutageDraft draft(SourceView source, Event event, String key, Instant start, Instant end) {
        return new OutageDraft(
                key,
                event.service(),
                event.offering(),
                event.agency(),
                start,
                end,
                event.cause(),
                event.impact(),
                source.code(),
                event.text());
    }

    private static String key(Event event, Instant start) {
        return event.key() + "@" + start.getEpochSecond();
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
