package no.fellesdrift.web.allocation;

import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.allocation.AllocationView;
import no.fellesdrift.allocation.AllocationView.PoolView;
import no.fellesdrift.allocation.AllocationView.ShareView;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;

/** An allocation run as a file: one row per share, pool by pool as they were closed. */
final class AllocationFile {

    private static final int PERCENT_DECIMALS = 12;

    /** A share with its pool and run. */
    record Row(AllocationView run, PoolView pool, ShareView share) {}

    static final Download<Row> FILE = new Download<>(
            "allocation",
            List.of(
                    new Column<>("number", row -> row.run().number()),
                    new Column<>("period", row -> row.run().period()),
                    new Column<>("state", row -> row.run().state()),
                    new Column<>("pool", row -> row.pool().pool()),
                    new Column<>("key", row -> row.pool().key()),
                    new Column<>("ledgerAmount", row -> row.pool().ledgerAmount()),
                    new Column<>("receivedAmount", row -> row.pool().receivedAmount()),
                    new Column<>("poolAmount", row -> row.pool().amount()),
                    new Column<>("targetType", row -> row.share().targetType()),
                    new Column<>("target", row -> row.share().target()),
                    new Column<>("working", row -> row.share().working()),
                    new Column<>("share", row -> row.share().share().round(PERCENT_DECIMALS, RoundingMode.HALF_UP)),
                    new Column<>("amount", row -> row.share().amount())));

    private AllocationFile() {}

    static Consumer<Consumer<Row>> rows(AllocationView run) {
        return each ->
                run.pools().forEach(pool -> pool.shares().forEach(share -> each.accept(new Row(run, pool, share))));
    }
}
