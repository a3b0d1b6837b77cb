package no.fellesdrift.web.sla.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.fellesdrift.sla.definition.LevelVersionView;

/**
 * A version of a level as the API shows it.
 *
 * @param choices every choice by its name, as text; seconds and percentages are plain decimals
 */
public record LevelItem(
        String level,
        String servicePackage,
        int version,
        LocalDate validFrom,
        LocalDate validTo,
        String measure,
        String priority,
        BigDecimal targetPercent,
        String calendar,
        Map<String, String> choices)
        implements Versions.Numbered {

    static LevelItem of(LevelVersionView view) {
        Map<String, String> choices = new LinkedHashMap<>();
        view.choices().forEach((column, value) -> choices.put(LevelVersionView.name(column), value));
        return new LevelItem(
                view.level(),
                view.packageCode(),
                view.number(),
                view.valid().start(),
                view.valid().end(),
                view.measure(),
                view.priority(),
                view.targetPercent(),
                view.calendar(),
                choices);
    }
}
