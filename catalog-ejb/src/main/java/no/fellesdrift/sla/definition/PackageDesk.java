package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Packages of service levels and the levels in them. What is promised is no secret: everyone may read it. */
@Stateless
public class PackageDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    LevelVersions levels;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * A package in a list.
     *
     * @param levels codes of the levels in force today
     * @param offerings how many promise it
     * @param lines how many agreement lines are promised it today, of all agencies
     */
    public record Line(PackageView entry, List<String> levels, int offerings, int lines) {}

    /** By code. */
    @RolesAllowed(Roles.USER)
    public Paged<Line> list(PageRequest page) {
        LocalDate today = today();
        Map<String, int[]> uses = levels.uses(today);
        List<LevelVersionView> all = levels.all();
        return Paged.cut(
                levels.packages().stream()
                        .map(entry -> {
                            int[] used = uses.getOrDefault(entry.code(), new int[2]);
                            return new Line(
                                    entry,
                                    all.stream()
                                            .filter(level -> level.packageCode().equals(entry.code())
                                                    && level.valid().contains(today))
                                            .map(LevelVersionView::level)
                                            .toList(),
                                    used[0],
                                    used[1]);
                        })
                        .toList(),
                page);
    }

    /** @throws Rejection UNKNOWN_PACKAGE */
    @RolesAllowed(Roles.USER)
    public PackageView one(String code) {
        PackageView entry = levels.packages().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Rejection(DefinitionReason.UNKNOWN_PACKAGE, code));
        return new PackageView(
                entry.code(), entry.name(), entry.version(), levels.ofPackage(code), levels.offerings(code));
    }

    /** The lines that are promised the package today; of the caller's own agency, where it sees no other. */
    @RolesAllowed(Roles.USER)
    public List<PackageView.LineUse> lines(String code) {
        return levels.lines(
                code, today(), caller.get().agencyFilter(Optional.empty(), DefinitionReason.UNKNOWN_PACKAGE));
    }

    /** Versions of levels, by package and level. */
    @RolesAllowed(Roles.USER)
    public Paged<LevelVersionView> levels(Optional<String> packageCode, Optional<LocalDate> on, PageRequest page) {
        return Paged.cut(
                packageCode.map(levels::ofPackage).orElseGet(levels::all).stream()
                        .filter(level -> on.isEmpty() || level.valid().contains(on.get()))
                        .toList(),
                page);
    }

    /**
     * The versions of a level in order of validity.
     *
     * @throws Rejection UNKNOWN_LEVEL
     */
    @RolesAllowed(Roles.USER)
    public List<LevelVersionView> level(String level) {
        List<LevelVersionView> versions = levels.ofLevel(level);
        if (versions.isEmpty()) {
            throw new Rejection(DefinitionReason.UNKNOWN_LEVEL, level);
        }
        return versions;
    }

    /** The local date that it is. */
    @RolesAllowed(Roles.USER)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
