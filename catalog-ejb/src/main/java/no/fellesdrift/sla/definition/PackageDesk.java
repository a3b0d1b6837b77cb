package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Measure;

/** Packages of service levels and the levels in them. What is promised is no secret: everyone may read it. */
@Stateless
public class PackageDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    LevelVersions levels;

    /** A result of one version is compared with that of another, so these stay. */
    private static final List<String> FIXED = List.of("measure", "priority", "period", "clock_start");

    @Inject
    CalendarVersions calendars;

    @Inject
    CreditSchemes schemes;

    @Inject
    Event<Happened> happened;

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

    /** Ready-made packages to copy from. */
    @RolesAllowed(Roles.USER)
    public Paged<Preset> presets(PageRequest page) {
        return Paged.cut(Preset.ALL, page);
    }

    /**
     * Makes a package, empty or with the levels that another has on the day they begin. A level that cannot be taken over
     * as it is stops the copy.
     *
     * @throws Rejection CODE_TAKEN, UNKNOWN_PACKAGE for what is to be copied, NOT_COMING, DEFINITION_WRONG
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.CATALOGUE_MANAGER})
    public PackageView create(@Valid PackageDraft draft) {
        if (levels.packages().stream().anyMatch(one -> one.code().equals(draft.code()))
                || Preset.ALL.stream().anyMatch(preset -> preset.code().equals(draft.code()))) {
            throw new Rejection(DefinitionReason.CODE_TAKEN, draft.code());
        }
        levels.add(new PackageView(
                draft.code(),
                new LocalizedText(draft.nameNb(), draft.nameNn(), draft.nameEn()),
                1,
                List.of(),
                List.of()));
        happened.fire(new Happened(
                "sla.package-add", "ServiceLevelPackage", draft.code(), null, null, draft.code(), draft.copyOf()));
        if (draft.copyOf() != null && !draft.copyOf().isBlank()) {
            if (draft.validFrom() == null) {
                throw new Rejection(
                        DefinitionReason.DEFINITION_WRONG, List.of(Violation.of("validFrom", "sla.input.MISSING")));
            }
            Succession.mustCome(draft.validFrom(), today());
            schemes(draft.copyOf(), draft.validFrom());
            copied(draft.copyOf(), draft.validFrom()).forEach((suffix, choices) -> {
                Succession.mustBeginPeriod(
                        draft.validFrom(), LevelChoices.months(choices.getOrDefault("period", "MONTH")));
                add(draft.code() + "-" + suffix, draft.code(), 1, draft.validFrom(), choices, "sla.level-add");
            });
        }
        return one(draft.code());
    }

    /** Credit schemes that a ready-made package gives back by, as far as there are none of their code yet. */
    private void schemes(String code, LocalDate from) {
        Preset.ALL.stream()
                .filter(one -> one.code().equals(code))
                .flatMap(one -> one.schemes(from).stream())
                .filter(scheme -> schemes.of(scheme.scheme()).isEmpty())
                .forEach(scheme -> {
                    schemes.add(new CreditSchemeView(
                            scheme.scheme(), 1, from, null, CreditSchemeRules.read(scheme, scheme.scheme())));
                    happened.fire(new Happened(
                            "sla.scheme-add", "CreditScheme", scheme.scheme(), null, null, 1 + ", " + from, code));
                });
    }

    /** The choices of the levels of a package, ready-made or not, by the last part of their codes. */
    private Map<String, Map<String, String>> copied(String code, LocalDate on) {
        Optional<Preset> preset =
                Preset.ALL.stream().filter(one -> one.code().equals(code)).findFirst();
        if (preset.isPresent()) {
            return preset.get().levels();
        }
        Map<String, Map<String, String>> copied = new LinkedHashMap<>();
        one(code).levels().stream()
                .filter(level -> level.valid().contains(on))
                .forEach(level -> copied.put(
                        level.level().replaceFirst("^" + Pattern.quote(code) + "-|^[^-]*-", ""), level.choices()));
        return copied;
    }

    /** What a level of the measure chooses: the values of each choice by its column, none where it is a number or a code. */
    @RolesAllowed(Roles.USER)
    public Map<String, List<String>> choices(Measure measure) {
        return LevelChoices.of(measure);
    }

    /**
     * The level as it would be, with what holds where nothing is said; nothing is stored.
     *
     * @param before choices that are kept where the draft says nothing
     * @throws Rejection DEFINITION_WRONG with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public LevelVersionView preview(@Valid LevelDraft draft, Map<String, String> before) {
        Map<String, String> choices = chosen(before, draft.choices());
        mustBeRight(choices, draft.validFrom());
        return new LevelVersionView(
                draft.level() == null ? "" : draft.level(),
                draft.servicePackage() == null ? "" : draft.servicePackage(),
                1,
                DateRange.from(draft.validFrom()),
                choices);
    }

    /** What holds for a measure where nothing is said. */
    @RolesAllowed(Roles.USER)
    public Map<String, String> defaults(Measure measure) {
        return LevelChoices.withDefaults(Map.of("measure", measure.name()));
    }

    /**
     * Makes a level in a package, that holds from a day to come.
     *
     * @throws Rejection UNKNOWN_PACKAGE, CODE_TAKEN, NOT_COMING, NOT_PERIOD_START, DEFINITION_WRONG with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public LevelVersionView create(@Valid LevelDraft draft) {
        List<Violation> missing = new ArrayList<>();
        if (draft.level() == null || draft.level().isBlank()) {
            missing.add(Violation.of("level", "sla.input.MISSING"));
        }
        if (draft.servicePackage() == null || draft.servicePackage().isBlank()) {
            missing.add(Violation.of("servicePackage", "sla.input.MISSING"));
        }
        if (!missing.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, missing);
        }
        one(draft.servicePackage());
        if (!levels.ofLevel(draft.level()).isEmpty()) {
            throw new Rejection(DefinitionReason.CODE_TAKEN, draft.level());
        }
        Succession.mustCome(draft.validFrom(), today());
        Map<String, String> choices = chosen(Map.of(), draft.choices());
        Succession.mustBeginPeriod(draft.validFrom(), LevelChoices.months(choices.getOrDefault("period", "MONTH")));
        return add(draft.level(), draft.servicePackage(), 1, draft.validFrom(), choices, "sla.level-add");
    }

    /**
     * Lets a new version succeed the newest. One with another target may begin on any day to come; one with other rules
     * begins with a period. Measure, priority, period and clock start stay.
     *
     * @param read the newest version that the caller has seen; empty when it does not say
     * @throws Rejection UNKNOWN_LEVEL, DEFINITION_CHANGED, NOT_COMING, BEFORE_NEWEST, NOT_PERIOD_START, DEFINITION_WRONG
     *     with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public LevelVersionView succeed(String level, @Valid LevelDraft draft, OptionalInt read) {
        List<LevelVersionView> versions = level(level);
        LevelVersionView newest = versions.get(versions.size() - 1);
        if (read.isPresent() && read.getAsInt() != newest.number()) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        Succession.mustCome(draft.validFrom(), today());
        Succession.mustFollow(draft.validFrom(), newest.valid());
        Map<String, String> choices = chosen(newest.choices(), draft.choices());
        List<Violation> fixed = FIXED.stream()
                .filter(column ->
                        !Objects.equals(choices.get(column), newest.choices().get(column)))
                .map(column -> Violation.of("choices." + LevelChoices.name(column), "sla.definition.fault.fixed"))
                .toList();
        if (!fixed.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, fixed);
        }
        mustBeRight(choices, draft.validFrom());
        if (!rules(choices).equals(rules(newest.choices()))) {
            Succession.mustBeginPeriod(draft.validFrom(), newest.months());
        }
        if (!levels.end(newest, draft.validFrom())) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        return add(level, newest.packageCode(), newest.number() + 1, draft.validFrom(), choices, "sla.level-succeed");
    }

    /** All choices but the target. */
    private static Map<String, String> rules(Map<String, String> choices) {
        Map<String, String> rules = new HashMap<>(choices);
        rules.remove("target_percent");
        return rules;
    }

    private static Map<String, String> chosen(Map<String, String> kept, Map<String, Object> asked) {
        Map<String, String> choices = new LinkedHashMap<>(kept);
        asked.forEach((name, value) -> {
            String text = value == null ? "" : String.valueOf(value).strip();
            if (text.isEmpty()) {
                choices.remove(LevelChoices.column(name));
            } else {
                choices.put(LevelChoices.column(name), text);
            }
        });
        return LevelChoices.withDefaults(choices);
    }

    private LevelVersionView add(
            String level, String packageCode, int number, LocalDate from, Map<String, String> choices, String what) {
        mustBeRight(choices, from);
        LevelVersionView view = new LevelVersionView(level, packageCode, number, DateRange.from(from), choices);
        levels.add(view);
        happened.fire(new Happened(what, "ServiceLevel", level, null, null, number + ", " + from, null));
        return view;
    }

    private void mustBeRight(Map<String, String> choices, LocalDate from) {
        List<Violation> wrong = LevelChoices.wrong(
                choices,
                levels.choiceColumns(),
                calendars.all().stream().map(CalendarVersionView::code).collect(Collectors.toSet()),
                schemes.all().stream()
                        .filter(scheme -> scheme.validFrom() == null
                                || !scheme.validFrom().isAfter(from)
                                || scheme.version() > 1)
                        .filter(scheme ->
                                scheme.validTo() == null || scheme.validTo().isAfter(from))
                        .collect(Collectors.groupingBy(CreditSchemeView::code)));
        if (!wrong.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, wrong);
        }
    }
}
