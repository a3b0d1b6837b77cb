package no.fellesdrift.sla.source;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.UnknownDraft;
import no.fellesdrift.sla.source.Samples.Kind;
import no.fellesdrift.sla.source.Samples.Stretch;

/**
 * Makes facts of what a Prometheus answered: an outage from the first sample that was down to the first that was not,
 * over as many answers as it lasts, and unknown time where there were no samples. What is known already is known by
 * source, series and start, so the same answer twice changes nothing.
 */
class Pulling {

    /** A key has 100 characters: the series, what it is, and when it began. */
    private static final int LONGEST_SERIES = 70;

    @Inject
    MonitoringSources sources;

    @Inject
    RecordedOutages outages;

    @Inject
    Recorder recorder;

    DeliveryReceipt take(SourceView source, List<Samples.Series> series, long from, long to) {
        List<FieldRule> rules = sources.rules(source.code());
        int accepted = 0;
        int duplicates = 0;
        List<RejectedRow> rejected = new ArrayList<>();
        if (series.isEmpty()) {
            // it answers and has nothing: nobody measured what it is there for
            for (String service : source.services()) {
                Receipt receipt = recorder.unknown(
                        unknown(source, service, null, null, service, new Stretch(Kind.GAP, from, to)));
                accepted += receipt.accepted();
                duplicates += receipt.duplicates();
            }
        }
        for (int i = 0; i < series.size(); i++) {
            Samples.Series one = series.get(i);
            Event labels = Translation.ofLabels(one.labels(), rules, Set.copyOf(source.services()));
            if (!labels.usable()) {
                for (RejectedRow row : labels.problems()) {
                    rejected.add(new RejectedRow(i + 1, row.path(), row.key(), row.arguments()));
                }
                continue;
            }
            for (OutageDraft draft : outages(source, one, labels, Instant.ofEpochSecond(from))) {
                Receipt receipt = recorder.outages(List.of(draft));
                accepted += receipt.accepted();
                duplicates += receipt.duplicates();
                for (RejectedRow row : receipt.rejected()) {
                    rejected.add(new RejectedRow(i + 1, row.path(), row.key(), row.arguments()));
                }
            }
            for (Stretch stretch : one.stretches()) {
                if (stretch.kind() == Kind.GAP) {
                    Receipt receipt = recorder.unknown(
                            unknown(source, labels.service(), labels.offering(), labels.agency(), name(one), stretch));
                    accepted += receipt.accepted();
                    duplicates += receipt.duplicates();
                }
            }
        }
        return DeliveryReceipt.of(accepted, duplicates, rejected);
    }

    private List<OutageDraft> outages(SourceView source, Samples.Series series, Event labels, Instant from) {
        List<OutageDraft> drafts = new ArrayList<>();
        String name = name(series);
        Optional<OutageView> lasting = outages.covering(source.code(), name + "@", from);
        for (int i = 0; i < series.stretches().size(); i++) {
            Stretch stretch = series.stretches().get(i);
            boolean last = i == series.stretches().size() - 1;
            if (stretch.kind() == Kind.DOWN) {
                boolean goesOn = i == 0 && lasting.isPresent();
                Instant start = goesOn ? lasting.get().startedAt() : Instant.ofEpochSecond(stretch.from());
                if (!goesOn || !last) {
                    drafts.add(draft(source, labels, name, start, last ? null : Instant.ofEpochSecond(stretch.to())));
                }
            } else if (i == 0
                    && lasting.isPresent()
                    && lasting.get().startedAt().isBefore(from)) {
                drafts.add(draft(source, labels, name, lasting.get().startedAt(), from));
            }
        }
        return drafts;
    }

    private static OutageDraft draft(SourceView source, Event labels, String name, Instant start, Instant end) {
        return new OutageDraft(
                name + "@" + start.getEpochSecond(),
                labels.service(),
                labels.offering(),
                labels.agency(),
                start,
                end,
                labels.cause(),
                labels.impact(),
                source.code(),
                labels.text());
    }

    private static UnknownDraft unknown(
            SourceView source, String service, String offering, String agency, String name, Stretch stretch) {
        return new UnknownDraft(
                "gap/" + name + "@" + stretch.from(),
                service,
                offering,
                agency,
                Instant.ofEpochSecond(stretch.from()),
                Instant.ofEpochSecond(stretch.to()),
                "Ingen målinger fra " + source.name(),
                source.code());
    }

    /** The series in a key: its labels, or their beginning and a fingerprint when they are long. */
    private static String name(Samples.Series series) {
        String name = series.name().isEmpty() ? "{}" : series.name();
        return name.length() <= LONGEST_SERIES
                ? name
                : name.substring(0, LONGEST_SERIES - 9) + "~" + Integer.toHexString(name.hashCode());
    }
}
