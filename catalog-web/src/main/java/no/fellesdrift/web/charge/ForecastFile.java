package no.fellesdrift.web.charge;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.fellesdrift.charge.ForecastLine;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;

/** A forecast as a file: one row per service, one column per month. */
final class ForecastFile {

    static final Download<ForecastLine> FILE = new Download<>("forecast", columns());

    private ForecastFile() {}

    private static List<Column<ForecastLine>> columns() {
        List<Column<ForecastLine>> columns = new ArrayList<>(List.of(
                new Column<>("service", ForecastLine::service),
                new Column<>("serviceName", line -> line.serviceName().nb()),
                new Column<>("category", ForecastLine::category)));
        for (Month month : Month.values()) {
            columns.add(new Column<>(
                    month.name().substring(0, 3).toLowerCase(Locale.ROOT),
                    line -> line.months().get(month.getValue() - 1)));
        }
        columns.addAll(List.of(
                new Column<>("total", ForecastLine::total),
                new Column<>("expectedUse", ForecastLine::expectedUse),
                new Column<>("adopted", line -> line.adopted().orElse(null)),
                new Column<>("proposed", line -> line.proposed().orElse(null)),
                new Column<>("left", line -> line.left().orElse(null))));
        return columns;
    }
}
