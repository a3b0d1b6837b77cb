package no.fellesdrift.web.sla.definition;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageView;

/** One level with every choice, an example, its versions, and what promises it. */
@Named
@RequestScoped
public class LevelPage {

    @Inject
    PackageDesk desk;

    @Inject
    HttpServletRequest request;

    private List<LevelVersionView> versions;
    private LevelVersionView shown;
    private PackageView inPackage;
    private List<PackageView.LineUse> lines;
    private LocalDate today;

    @PostConstruct
    void open() {
        versions = desk.level(Optional.ofNullable(request.getParameter("level")).orElse(""));
        today = desk.today();
        String number = request.getParameter("version");
        shown = versions.stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.valid().contains(today))
                        .findFirst())
                .orElseGet(() -> versions.get(versions.size() - 1));
        inPackage = desk.one(shown.packageCode());
        lines = desk.lines(shown.packageCode());
    }

    public List<LevelVersionView> getVersions() {
        return versions;
    }

    /** The version asked for; the one in force today when none is. */
    public LevelVersionView getShown() {
        return shown;
    }

    public PackageView getInPackage() {
        return inPackage;
    }

    public List<PackageView.LineUse> getLines() {
        return lines;
    }

    /** NOW, COMING or PAST. */
    public String state(LevelVersionView version) {
        if (version.valid().contains(today)) {
            return "NOW";
        }
        return version.valid().start().isAfter(today) ? "COMING" : "PAST";
    }
}
