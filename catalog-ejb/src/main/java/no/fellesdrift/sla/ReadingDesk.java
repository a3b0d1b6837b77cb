package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes samples, backup runs, recoveries and numbers of other kinds in, and shows what came; for the rest as {@link
 * MeasurementDesk}. Samples are gathered by the hour as they come, and the single ones are kept for a number of months:
 * while they are, a sample may be told differently.
 */
@Stateless
public class ReadingDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final Intake.Kind<SampleDraft> SAMPLES =
            new Intake.Kind<>("samples", FactTable.SAMPLE, SampleDraft::sample, SampleDraft::source);
    private static final Intake.Kind<BackupDraft> BACKUPS =
            new Intake.Kind<>("backups", FactTable.BACKUP, BackupDraft::backup, BackupDraft::source);
    private static final Intake.Kind<RecoveryDraft> RECOVERIES =
            new Intake.Kind<>("recoveries", FactTable.RECOVERY, RecoveryDraft::recovery, RecoveryDraft::source);
    private static final Intake.Kind<ValueDraft> VALUES =
            new Intake.Kind<>("values", FactTable.VALUE, ValueDraft::key, ValueDraft::source);

    @Inject
    Intake intake;

    @Inject
    SampleHours hours;

    @Inject
    FactLists lists;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Months that single samples are kept, besides the running one. */
    @Inject
    @ConfigProperty(name = "fellesdrift.samples.months", defaultValue = "13")
    int months;

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt samples(Measurements<SampleDraft> told, boolean partial) {
        Instant keptFrom = keptFrom();
        Intake.Reader<SampleDraft> reader = (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.metric(draft.metric());
            row.instant("at", draft.at());
            row.notInFuture("at", draft.at());
            row.kept("at", draft.at(), keptFrom);
            row.number("value", draft.value());
            if (draft.value() == null && draft.ok() == null) {
                row.fault("value", "sla.row.VALUE_OR_OK");
            }
            return FactRow.of(
                    row.key("sample", draft.sample(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    draft.metric(),
                    Intake.millis(draft.at()),
                    Facts.plain(draft.value()),
                    draft.ok() == null ? null : draft.ok() ? 1L : 0L);
        };
        return intake.take(SAMPLES, told, partial, (block, sources) -> reader, hours::add);
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt backups(Measurements<BackupDraft> told, boolean partial) {
        return intake.take(BACKUPS, told, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("scheduledAt", draft.scheduledAt());
            row.wholeSeconds("finishedAt", draft.finishedAt());
            row.notInFuture("finishedAt", draft.finishedAt());
            row.given("successful", draft.successful());
            if (Boolean.TRUE.equals(draft.successful())) {
                row.given("finishedAt", draft.finishedAt());
            }
            row.length("summary", draft.summary(), 1_000);
            return FactRow.of(
                    row.key("backup", draft.backup(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    Intake.millis(draft.scheduledAt()),
                    Intake.millis(draft.finishedAt()),
                    Boolean.TRUE.equals(draft.successful()) ? 1L : 0L,
                    row.blank(draft.summary()));
        });
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt recoveries(Measurements<RecoveryDraft> told, boolean partial) {
        return intake.take(RECOVERIES, told, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.instant("failureAt", draft.failureAt());
            row.instant("declaredAt", draft.declaredAt());
            row.notInFuture("declaredAt", draft.declaredAt());
            row.inOrder("declaredAt", draft.failureAt(), draft.declaredAt());
            row.inOrder("restoredAt", draft.declaredAt(), draft.restoredAt());
            row.inOrder("lastGoodPointAt", draft.lastGoodPointAt(), draft.failureAt());
            row.wholeSeconds("restoredAt", draft.restoredAt());
            row.wholeSeconds("lastGoodPointAt", draft.lastGoodPointAt());
            row.given("test", draft.test());
            row.length("summary", draft.summary(), 1_000);
            return FactRow.of(
                    row.key("recovery", draft.recovery(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    Intake.millis(draft.failureAt()),
                    Intake.millis(draft.declaredAt()),
                    Intake.millis(draft.restoredAt()),
                    Intake.millis(draft.lastGoodPointAt()),
                    Boolean.TRUE.equals(draft.test()) ? 1L : 0L,
                    row.blank(draft.summary()));
        });
    }

    /** @throws RowsRejected when a row is bad after others were stored, and parts are not allowed */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Receipt values(Measurements<ValueDraft> told, boolean partial) {
        return intake.take(VALUES, told, partial, (draft, row) -> {
            row.scope(draft.service(), draft.offering(), draft.agency());
            row.metric(draft.metric());
            row.instant("at", draft.at());
            row.notInFuture("at", draft.at());
            row.given("value", draft.value());
            row.number("value", draft.value());
            row.length("summary", draft.summary(), 1_000);
            return FactRow.of(
                    row.key("key", draft.key(), draft.source()),
                    draft.service(),
                    row.blank(draft.offering()),
                    row.blank(draft.agency()),
                    draft.metric(),
                    Intake.millis(draft.at()),
                    Facts.plain(draft.value()),
                    row.blank(draft.summary()));
        });
    }

    /** Samples of a month by the hour, newest first; an agency sees those that concern it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<SampleLine> sampleList(FactQuery query, PageRequest page) {
        return lists.page(ReadingLists.SAMPLES, query, agency(query), page);
    }

    /** Backup runs scheduled in a month, newest first; an agency sees those that concern it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<BackupLine> backupList(FactQuery query, PageRequest page) {
        return lists.page(ReadingLists.BACKUPS, query, agency(query), page);
    }

    /** Recoveries declared in a month, newest first; an agency sees those that concern it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<RecoveryLine> recoveryList(FactQuery query, PageRequest page) {
        return lists.page(ReadingLists.RECOVERIES, query, agency(query), page);
    }

    /** Numbers of a month, newest first; an agency sees those that concern it or everybody. */
    @RolesAllowed(Roles.USER)
    public Paged<ValueLine> valueList(FactQuery query, PageRequest page) {
        return lists.page(ReadingLists.VALUES, query, agency(query), page);
    }

    /** The whole list of samples by the hour, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachSample(FactQuery query, List<String> sort, Consumer<SampleLine> each) {
        lists.forEach(ReadingLists.SAMPLES, query, agency(query), sort, each);
    }

    /** The whole list of backup runs, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachBackup(FactQuery query, List<String> sort, Consumer<BackupLine> each) {
        lists.forEach(ReadingLists.BACKUPS, query, agency(query), sort, each);
    }

    /** The whole list of recoveries, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachRecovery(FactQuery query, List<String> sort, Consumer<RecoveryLine> each) {
        lists.forEach(ReadingLists.RECOVERIES, query, agency(query), sort, each);
    }

    /** The whole list of numbers, one by one. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEachValue(FactQuery query, List<String> sort, Consumer<ValueLine> each) {
        lists.forEach(ReadingLists.VALUES, query, agency(query), sort, each);
    }

    /**
     * Throws away some of the single samples that are older than is kept; what was gathered of them by the hour stays.
     *
     * @return how many; as long as it is above 0 there may be more
     */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int forgetOldSamples() {
        return hours.forget(keptFrom());
    }

    private Instant keptFrom() {
        return YearMonth.from(clock.instant().atZone(ZONE))
                .minusMonths(months)
                .atDay(1)
                .atStartOfDay(ZONE)
                .toInstant();
    }

    private Optional<OrgNumber> agency(FactQuery query) {
        return caller.get().agencyFilter(query.organisation(), SlaReason.UNKNOWN_ORGANISATION);
    }
}
