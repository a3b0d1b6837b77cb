package no.fellesdrift.sla;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Samples, backups, recoveries and numbers as {@link FactLists} reads them. */
final class ReadingLists {

    private static final int MEAN_DECIMALS = 3;

    /** Not single samples, but the hours they were gathered to. */
    static final FactLists.Kind<SampleLine> SAMPLES = new FactLists.Kind<>(
            "(select false superseded, 0 id, service, nullif(offering, '') offering, nullif(agency, '') agency, metric,"
                    + " hour_at, valued, probed, failed, total, highest from sample_hour) f",
            "f.hour_at < ? and f.hour_at >= ?",
            "f.service, f.offering, f.agency, f.metric, f.hour_at, f.valued, f.probed, f.failed, f.total, f.highest",
            true,
            "f.hour_at desc, f.service, f.metric, f.offering, f.agency",
            Map.of(
                    "service", "f.service",
                    "metric", "f.metric",
                    "hour", "f.hour_at",
                    "highest", "f.highest",
                    "failed", "f.failed"),
            ReadingLists::sample);

    static final FactLists.Kind<BackupLine> BACKUPS = new FactLists.Kind<>(
            "backup_run f",
            "f.scheduled_at < ? and f.scheduled_at >= ?",
            "f.source_key, f.service, f.offering, f.agency, f.scheduled_at, f.finished_at, f.successful, f.source,"
                    + " f.fact_version, f.summary",
            true,
            "f.scheduled_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "scheduled", "f.scheduled_at",
                    "finished", "f.finished_at",
                    "outcome", "f.successful"),
            row -> new BackupLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    FactLists.instant(row, 5),
                    FactLists.instant(row, 6),
                    row.getBoolean(7),
                    row.getString(8),
                    row.getInt(9),
                    row.getString(10)));

    static final FactLists.Kind<RecoveryLine> RECOVERIES = new FactLists.Kind<>(
            "recovery f",
            "f.declared_at < ? and f.declared_at >= ?",
            "f.source_key, f.service, f.offering, f.agency, f.failure_at, f.declared_at, f.restored_at,"
                    + " f.last_good_point_at, f.test, f.source, f.fact_version, f.summary",
            true,
            "f.declared_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "failure", "f.failure_at",
                    "declared", "f.declared_at",
                    "restored", "f.restored_at",
                    "lastGoodPoint", "f.last_good_point_at",
                    "test", "f.test"),
            row -> new RecoveryLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    FactLists.instant(row, 5),
                    FactLists.instant(row, 6),
                    FactLists.instant(row, 7),
                    FactLists.instant(row, 8),
                    row.getBoolean(9),
                    row.getString(10),
                    row.getInt(11),
                    row.getString(12)));

    static final FactLists.Kind<ValueLine> VALUES = new FactLists.Kind<>(
            "metric_value f",
            "f.measured_at < ? and f.measured_at >= ?",
            "f.source_key, f.service, f.offering, f.agency, f.metric, f.measured_at, f.value, f.source,"
                    + " f.fact_version, f.summary",
            true,
            "f.measured_at desc",
            Map.of(
                    "key", "f.source_key",
                    "service", "f.service",
                    "metric", "f.metric",
                    "at", "f.measured_at",
                    "value", "f.value"),
            row -> new ValueLine(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    FactLists.instant(row, 6),
                    Facts.plain(row.getBigDecimal(7)),
                    row.getString(8),
                    row.getInt(9),
                    row.getString(10)));

    private ReadingLists() {}

    private static SampleLine sample(ResultSet row) throws SQLException {
        long valued = row.getLong(6);
        return new SampleLine(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                FactLists.instant(row, 5),
                valued,
                row.getLong(7),
                row.getLong(8),
                valued == 0
                        ? null
                        : Facts.plain(
                                row.getBigDecimal(9).divide(row.getBigDecimal(6), MEAN_DECIMALS, RoundingMode.HALF_UP)),
                Facts.plain(row.getBigDecimal(10)));
    }
}
