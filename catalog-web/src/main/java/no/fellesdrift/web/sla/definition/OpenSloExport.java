package no.fellesdrift.web.sla.definition;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageView;

/** The levels in force on a date as OpenSLO, for the API and for the page. */
@RequestScoped
public class OpenSloExport {

    static final String MEDIA_TYPE = "application/yaml";

    @Inject
    PackageDesk desk;

    @Inject
    LevelWords words;

    /** @param servicePackage only this one's; all when empty */
    String yaml(Optional<String> servicePackage, LocalDate on) {
        List<PackageView> packages = servicePackage.isPresent()
                ? List.of(desk.one(servicePackage.get()))
                : desk.list(PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                        .map(line -> desk.one(line.entry().code()))
                        .toList();
        List<LevelVersionView> levels = packages.stream()
                .flatMap(one -> one.levels().stream())
                .filter(level -> level.valid().contains(on))
                .toList();
        Map<String, String> names = new TreeMap<>();
        levels.forEach(level -> names.put(level.level(), words.name(level) + ": " + words.promise(level)));
        return OpenSlo.yaml(levels, packages, names, "Europe/Oslo", on);
    }
}
