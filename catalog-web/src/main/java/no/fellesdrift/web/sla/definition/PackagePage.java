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

/** One package: its levels, and what promises it. */
@Named
@RequestScoped
public class PackagePage {

    @Inject
    PackageDesk desk;

    @Inject
    HttpServletRequest request;

    private PackageView view;
    private List<PackageView.LineUse> lines;
    private LocalDate today;

    @PostConstruct
    void open() {
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        view = desk.one(code);
        lines = desk.lines(code);
        today = desk.today();
    }

    public PackageView getView() {
        return view;
    }

    /** In force today, or coming. */
    public List<LevelVersionView> getLevels() {
        return view.levels().stream()
                .filter(level ->
                        level.valid().end() == null || level.valid().end().isAfter(today))
                .toList();
    }

    public boolean coming(LevelVersionView level) {
        return level.valid().start().isAfter(today);
    }

    public List<PackageView.LineUse> getLines() {
        return lines;
    }
}
