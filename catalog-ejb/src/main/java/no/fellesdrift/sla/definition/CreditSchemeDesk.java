package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.CreditScheme;

/**
 * Credit schemes: what a missed level gives back, in versions over time. What is promised is no secret: everyone may read
 * it.
 */
@Stateless
public class CreditSchemeDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    @Inject
    CreditSchemes schemes;

    @Inject
    LevelVersions levels;

    @Inject
    PackageDesk packages;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * A scheme in a list.
     *
     * @param levels codes of the levels that it holds for today or later
     */
    public record Line(CreditSchemeView entry, List<String> levels) {}

    /** The versions in force today, by code; of a scheme that has not begun, the first. */
    @RolesAllowed(Roles.USER)
    public Paged<Line> list(PageRequest page) {
        LocalDate today = today();
        Map<String, CreditSchemeView> current = new LinkedHashMap<>();
        schemes.all().forEach(version -> {
            if (!current.containsKey(version.code()) || version.holds(today)) {
                current.put(version.code(), version);
            }
        });
        Paged<CreditSchemeView> cut = Paged.cut(List.copyOf(current.values()), page);
        return cut.map(one -> new Line(
                one,
                used(one.code()).stream()
                        .map(LevelVersionView::level)
                        .distinct()
                        .toList()));
    }

    /**
     * The versions of a scheme in order of validity.
     *
     * @throws Rejection UNKNOWN_SCHEME
     */
    @RolesAllowed(Roles.USER)
    public List<CreditSchemeView> versions(String code) {
        List<CreditSchemeView> versions = schemes.of(code);
        if (versions.isEmpty()) {
            throw new Rejection(DefinitionReason.UNKNOWN_SCHEME, code);
        }
        return versions;
    }

    /** Versions of levels that the scheme holds for, in force today or coming. */
    @RolesAllowed(Roles.USER)
    public List<LevelVersionView> used(String code) {
        LocalDate today = today();
        return levels.all().stream()
                .filter(level -> code.equals(level.choices().get("credit_scheme")))
                .filter(level ->
                        level.valid().end() == null || level.valid().end().isAfter(today))
                .toList();
    }

    /**
     * What a version gives in cases that are made up.
     *
     * @param base what the line costs a month
     */
    @RolesAllowed(Roles.USER)
    public List<CreditExample> examples(CreditSchemeView version, Money base) {
        if (base.isNegative() || base.amount().compareTo(MOST) > 0) {
            throw new Rejection(
                    DefinitionReason.DEFINITION_WRONG, List.of(Violation.of("base", "sla.input.UNKNOWN_VALUE", base)));
        }
        return CreditExample.of(version.rules(), base);
    }

    /** The local date that it is. */
    @RolesAllowed(Roles.USER)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /**
     * Makes a scheme that holds from a day to come.
     *
     * @throws Rejection CODE_TAKEN, NOT_COMING, DEFINITION_WRONG with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public CreditSchemeView create(@Valid CreditSchemeDraft draft) {
        if (draft.scheme() == null || draft.scheme().isBlank()) {
            throw new Rejection(
                    DefinitionReason.DEFINITION_WRONG, List.of(Violation.of("scheme", "sla.input.MISSING")));
        }
        if (!schemes.of(draft.scheme()).isEmpty()) {
            throw new Rejection(DefinitionReason.CODE_TAKEN, draft.scheme());
        }
        Succession.mustCome(draft.validFrom(), today());
        return add(draft, draft.scheme(), 1, "sla.scheme-add");
    }

    /**
     * Lets a new version succeed the newest from a day to come, on which a period of every level begins that it holds for.
     *
     * @param read the newest version that the caller has seen; empty when it does not say
     * @throws Rejection UNKNOWN_SCHEME, DEFINITION_CHANGED, NOT_COMING, BEFORE_NEWEST, NOT_PERIOD_START, DEFINITION_WRONG
     *     with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public CreditSchemeView succeed(String code, @Valid CreditSchemeDraft draft, OptionalInt read) {
        List<CreditSchemeView> versions = versions(code);
        CreditSchemeView newest = versions.get(versions.size() - 1);
        if (read.isPresent() && read.getAsInt() != newest.version()) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        Succession.mustCome(draft.validFrom(), today());
        if (newest.validFrom() != null && !draft.validFrom().isAfter(newest.validFrom())) {
            throw new Rejection(DefinitionReason.BEFORE_NEWEST, newest.validFrom());
        }
        int months = schemes.periodsOf(code, draft.validFrom()).stream()
                .mapToInt(LevelChoices::months)
                .max()
                .orElse(1);
        Succession.mustBeginPeriod(draft.validFrom(), months);
        mustFit(code, CreditSchemeRules.read(draft, code).kind());
        if (!schemes.end(newest, draft.validFrom())) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        return add(draft, code, newest.version() + 1, "sla.scheme-succeed");
    }

    /** Every level that the scheme holds for must be one that the new kind can be reckoned from. */
    private void mustFit(String code, CreditScheme.Kind kind) {
        List<Violation> wrong = used(code).stream()
                .filter(level -> !level.fits(kind))
                .map(level -> Violation.of("kind", "sla.scheme.fault.level", level.level()))
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, wrong);
        }
    }

    private CreditSchemeView add(CreditSchemeDraft draft, String code, int version, String what) {
        CreditSchemeView made =
                new CreditSchemeView(code, version, draft.validFrom(), null, CreditSchemeRules.read(draft, code));
        schemes.add(made);
        happened.fire(new Happened(what, "CreditScheme", code, null, null, version + ", " + draft.validFrom(), null));
        return made;
    }

    /**
     * Lets a level, or every level of a package that it can be reckoned from, give back by this scheme: each is succeeded by
     * a version that differs in its consequence only.
     *
     * @return the new versions of the levels
     * @throws Rejection UNKNOWN_SCHEME, UNKNOWN_LEVEL, UNKNOWN_PACKAGE, NOTHING_TO_ATTACH, and what succeeding a level
     *     refuses
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public List<LevelVersionView> attach(String code, @Valid CreditSchemeAttachment draft) {
        List<CreditSchemeView> versions = versions(code);
        boolean one = draft.level() != null && !draft.level().isBlank();
        boolean many = draft.servicePackage() != null && !draft.servicePackage().isBlank();
        if (one == many) {
            throw new Rejection(
                    DefinitionReason.DEFINITION_WRONG,
                    List.of(Violation.of(one ? "servicePackage" : "level", "sla.scheme.fault.one-of-both")));
        }
        List<String> wanted = new ArrayList<>();
        if (one) {
            wanted.add(draft.level());
        } else {
            CreditSchemeView holding = versions.stream()
                    .filter(version -> version.holds(draft.validFrom()))
                    .findFirst()
                    .orElse(versions.get(0));
            packages.one(draft.servicePackage()).levels().stream()
                    .filter(level -> level.valid().contains(draft.validFrom())
                            && level.fits(holding.rules().kind())
                            && !code.equals(level.choices().get("credit_scheme")))
                    .map(LevelVersionView::level)
                    .forEach(wanted::add);
            if (wanted.isEmpty()) {
                throw new Rejection(DefinitionReason.NOTHING_TO_ATTACH, draft.servicePackage());
            }
        }
        LevelDraft change = new LevelDraft(
                null, null, draft.validFrom(), Map.of("consequence", "SERVICE_CREDIT", "creditScheme", code));
        List<LevelVersionView> made = wanted.stream()
                .map(level -> packages.succeed(level, change, OptionalInt.empty()))
                .toList();
        happened.fire(new Happened(
                "sla.scheme-attach",
                "CreditScheme",
                code,
                null,
                null,
                one ? draft.level() : draft.servicePackage(),
                draft.validFrom().toString()));
        return made;
    }
}
