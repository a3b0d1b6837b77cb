package no.fellesdrift.web.sla.definition;

import java.util.List;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageView;
import no.fellesdrift.sla.definition.Preset;

/**
 * A package as the API shows it.
 *
 * @param levels codes of its levels in force; of one package every level it has or had
 * @param offerings codes of those that promise it; null in a list
 */
public record PackageItem(String code, LocalizedText name, List<String> levels, List<String> offerings) {

    static PackageItem of(PackageDesk.Line line) {
        return new PackageItem(line.entry().code(), line.entry().name(), line.levels(), null);
    }

    static PackageItem of(PackageView view) {
        return new PackageItem(
                view.code(),
                view.name(),
                view.levels().stream().map(level -> level.level()).distinct().toList(),
                view.offerings().stream().map(PackageView.Use::code).toList());
    }

    static PackageItem of(Preset preset) {
        return new PackageItem(
                preset.code(), preset.name(), List.copyOf(preset.levels().keySet()), null);
    }
}
