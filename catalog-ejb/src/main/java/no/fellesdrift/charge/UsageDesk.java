package no.fellesdrift.charge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.charge.UsageReadings.Known;
import no.fellesdrift.charge.UsageReadings.Metered;
import no.fellesdrift.charge.UsageReadings.SourceKey;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.SourceOfKey;
import no.fellesdrift.sla.UnnamedSource;

/**
 * Takes metered readings in. The same key of the same source is the same reading: told again it is a duplicate, told
 * differently it is refused, because it may be charged already; what was wrong is put right by another reading. A batch
 * is stored whole or, when a row is bad, not at all, unless the caller allows parts.
 *
 * <p>When a reading is recorded is the server's clock. While it is being stored no period can be closed, so a reading
 * either is part of its month or corrects it.
 */
@Stateless
public class UsageDesk {

    /** Rows of one batch. */
    public static final int MOST_ROWS = 100_000;

    private static final int MOST_DIGITS_BEFORE = 13;
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_SOURCE = 60;

    @Inject
    UsageReadings readings;

    @Inject
    BillingPeriods periods;

    @Inject
    SourceOfKey keys;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** Refuses whoever may not tell readings, before anything large is read. */
    @RolesAllowed({Roles.CONTROLLER, Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void mayTake() {
        // the roles are the answer
    }

    /** @throws Rejection TOO_MANY_READINGS */
    @RolesAllowed({Roles.CONTROLLER, Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt accept(Batch<UsageDraft> batch, boolean partial) {
        if (batch.rows().size() + batch.unreadable().size() > MOST_ROWS) {
            throw new Rejection(ChargeReason.TOO_MANY_READINGS, MOST_ROWS);
        }
        periods.holdOpen();
        Instant now = clock.instant();
        LocalDate today = now.atZone(Charging.ZONE).toLocalDate();
        Map<String, Metered> lines = readings.lines();
        Map<String, Set<String>> meters = readings.meters();
        UnnamedSource sources = sources(batch);
        Map<SourceKey, Known> known = readings.known(batch.rows().stream()
                .map(row -> key(row.draft(), sources))
                .filter(key -> key.reading() != null)
                .distinct()
                .toList());
        List<RejectedRow> rejected = new ArrayList<>(batch.unreadable());
        Map<SourceKey, Known> fresh = new LinkedHashMap<>();
        int duplicates = 0;
        for (Batch.Numbered<UsageDraft> row : batch.rows()) {
            List<RejectedRow> faults = faults(row, lines, meters, today);
            SourceKey key = key(row.draft(), sources);
            Known reading = known(row.draft());
            Known before = known.getOrDefault(key, fresh.get(key));
            if (faults.isEmpty() && before != null && !same(before, reading)) {
                faults.add(RejectedRow.of(row.row(), "reading", "charge.row.TOLD_DIFFERENTLY"));
            }
            if (!faults.isEmpty()) {
                rejected.addAll(faults);
            } else if (before != null) {
                duplicates++;
            } else {
                fresh.put(key, reading);
            }
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::row));
        if (!rejected.isEmpty() && !partial) {
            return new Receipt(0, 0, rejected);
        }
        if (!fresh.isEmpty()) {
            readings.add(fresh, now);
            happened.fire(new Happened(
                    "charge.usage", "UsageReading", "usage", null, null, null, fresh.size() + "/" + duplicates));
        }
        return new Receipt(fresh.size(), duplicates, rejected);
    }

    /** What a source's own key tells is from that source, whatever it says. */
    private UnnamedSource sources(Batch<UsageDraft> batch) {
        Optional<String> bound = keys.of(caller.get());
        if (bound.isPresent()) {
            return UnnamedSource.always(bound.get());
        }
        return new UnnamedSource(
                caller.get().key(),
                readings.unnamedSources(
                        caller.get().key(),
                        batch.rows().stream()
                                .filter(row -> !isGiven(row.draft().source()))
                                .map(row -> row.draft().reading())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    private List<RejectedRow> faults(
            Batch.Numbered<UsageDraft> row,
            Map<String, Metered> lines,
            Map<String, Set<String>> meters,
            LocalDate today) {
        UsageDraft draft = row.draft();
        List<RejectedRow> faults = new ArrayList<>();
        missing(row.row(), "reading", draft.reading(), faults);
        missing(row.row(), "line", draft.line(), faults);
        missing(row.row(), "meter", draft.meter(), faults);
        missing(row.row(), "usedOn", draft.usedOn(), faults);
        missing(row.row(), "quantity", draft.quantity(), faults);
        tooLong(row.row(), "reading", draft.reading(), LONGEST_KEY, faults);
        tooLong(row.row(), "source", draft.source(), LONGEST_SOURCE, faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        Metered line = lines.get(draft.line());
        if (line == null) {
            faults.add(RejectedRow.of(row.row(), "line", "charge.row.UNKNOWN_LINE", draft.line()));
            return faults;
        }
        if (isGiven(draft.agency()) && !draft.agency().equals(line.agency())) {
            faults.add(RejectedRow.of(row.row(), "agency", "charge.row.NOT_THE_LINES", draft.agency()));
        }
        if (isGiven(draft.offering()) && !draft.offering().equals(line.offering())) {
            faults.add(RejectedRow.of(row.row(), "offering", "charge.row.NOT_THE_LINES", draft.offering()));
        }
        if (!meters.getOrDefault(line.offering(), Set.of()).contains(draft.meter())) {
            faults.add(RejectedRow.of(row.row(), "meter", "charge.row.UNKNOWN_METER", draft.meter(), line.offering()));
        }
        if (draft.usedOn().isAfter(today)) {
            faults.add(RejectedRow.of(row.row(), "usedOn", "charge.row.IN_FUTURE"));
        } else if (!line.existsOn(draft.usedOn())) {
            faults.add(RejectedRow.of(row.row(), "usedOn", "charge.row.LINE_NOT_THERE", draft.line(), draft.usedOn()));
        }
        BigDecimal quantity = draft.quantity().stripTrailingZeros();
        if (quantity.scale() > MOST_DECIMALS || quantity.precision() - quantity.scale() > MOST_DIGITS_BEFORE) {
            faults.add(RejectedRow.of(row.row(), "quantity", "charge.row.TOO_MANY_DIGITS"));
        }
        return faults;
    }

    private static void missing(int row, String path, Object value, List<RejectedRow> faults) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            faults.add(RejectedRow.of(row, path, "charge.row.MISSING"));
        }
    }

    private static void tooLong(int row, String path, String text, int most, List<RejectedRow> faults) {
        if (text != null && text.length() > most) {
            faults.add(RejectedRow.of(row, path, "charge.row.TOO_LONG", most));
        }
    }

    private static SourceKey key(UsageDraft draft, UnnamedSource sources) {
        return new SourceKey(sources.of(draft.source(), draft.reading()), draft.reading());
    }

    private static Known known(UsageDraft draft) {
        return new Known(draft.line(), draft.meter(), draft.usedOn(), draft.quantity());
    }

    private static boolean same(Known one, Known other) {
        return one.line().equals(other.line())
                && one.meter().equals(other.meter())
                && one.usedOn().equals(other.usedOn())
                && one.quantity().compareTo(other.quantity()) == 0;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
