package no.fellesdrift.sla.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.CreditScheme.Kind;
import no.fellesdrift.sla.CreditScheme.Tier;
import no.fellesdrift.sla.Measure;

/** What a credit scheme may say, and which measures it can be reckoned from. */
final class CreditSchemeRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_KRONER = BigDecimal.valueOf(100_000_000);
    private static final long MOST_SECONDS = 31_622_400;
    private static final int DECIMALS = 6;
    private static final int OERE = 2;

    /** Measured in agreed seconds. */
    private static final Set<Measure> TIME = EnumSet.of(Measure.AVAILABILITY);
    /** With an instant at which the promise was broken. */
    private static final Set<Measure> LATE =
            EnumSet.of(Measure.AVAILABILITY, Measure.RESPONSE, Measure.RESOLUTION, Measure.LEAD_TIME);

    private final CreditSchemeDraft draft;
    private final List<Violation> wrong = new ArrayList<>();

    private CreditSchemeRules(CreditSchemeDraft draft) {
        this.draft = draft;
    }

    /** Whether a missed level of the measure says what the kind needs to know. */
    static boolean fits(Kind kind, Measure measure) {
        return switch (kind) {
            case TIERS, FREE_TIME_PER_BREACH -> true;
            case FREE_TIME -> TIME.contains(measure);
            case PERCENT_PER_UNIT, AMOUNT_PER_UNIT -> LATE.contains(measure);
        };
    }

    /** @throws Rejection DEFINITION_WRONG with the fields */
    static CreditScheme read(CreditSchemeDraft draft, String code) {
        return new CreditSchemeRules(draft).read(code);
    }

    private CreditScheme read(String code) {
        Optional<Kind> known = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(draft.kind()))
                .findFirst();
        if (known.isEmpty()) {
            throw new Rejection(
                    DefinitionReason.DEFINITION_WRONG,
                    List.of(Violation.of("kind", "sla.input.UNKNOWN_VALUE", draft.kind())));
        }
        Kind kind = known.get();
        boolean perUnit = kind == Kind.PERCENT_PER_UNIT || kind == Kind.AMOUNT_PER_UNIT;
        String combine = draft.combine() == null ? "SUM" : draft.combine();
        if (!Set.of("SUM", "HIGHEST_ONLY").contains(combine)) {
            fault("combine", "sla.input.UNKNOWN_VALUE", combine);
        } else if (combine.equals("HIGHEST_ONLY") && kind == Kind.AMOUNT_PER_UNIT) {
            fault("combine", "sla.scheme.fault.kroner-add-up");
        }
        percent("capPercent", draft.capPercent());
        percent("capServicePercent", draft.capServicePercent());
        percent("capYearPercent", draft.capYearPercent());
        percent("capCasePercent", draft.capCasePercent());
        onlyWhen("capCasePercent", draft.capCasePercent(), kind == Kind.PERCENT_PER_UNIT);
        tiers(kind);
        wanted("unitSeconds", draft.unitSeconds(), perUnit || kind == Kind.FREE_TIME_PER_BREACH);
        if (draft.unitSeconds() != null && (draft.unitSeconds() < 1 || draft.unitSeconds() > MOST_SECONDS)) {
            fault("unitSeconds", "sla.input.UNKNOWN_VALUE", draft.unitSeconds());
        }
        wanted("perUnit", draft.perUnit(), perUnit);
        if (kind == Kind.AMOUNT_PER_UNIT) {
            number("perUnit", draft.perUnit(), MOST_KRONER, OERE);
        } else {
            percent("perUnit", draft.perUnit());
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, wrong);
        }
        return new CreditScheme(
                code,
                kind,
                combine.equals("HIGHEST_ONLY"),
                draft.capPercent(),
                sorted(),
                draft.unitSeconds() == null ? 0 : draft.unitSeconds(),
                draft.perUnit(),
                draft.capCasePercent(),
                draft.capServicePercent(),
                draft.capYearPercent());
    }

    private List<Tier> sorted() {
        return draft.tiers() == null
                ? List.of()
                : draft.tiers().stream()
                        .map(tier -> new Tier(tier.atLeastPercent(), tier.creditPercent()))
                        .sorted(Comparator.comparing(Tier::atLeastPercent).reversed())
                        .toList();
    }

    private void tiers(Kind kind) {
        List<CreditSchemeDraft.Tier> tiers = draft.tiers() == null ? List.of() : draft.tiers();
        if (kind != Kind.TIERS) {
            onlyWhen("tiers", tiers.isEmpty() ? null : tiers, false);
            return;
        }
        if (tiers.isEmpty()) {
            fault("tiers", "sla.input.MISSING");
        }
        int before = wrong.size();
        for (int i = 0; i < tiers.size(); i++) {
            within("tiers[" + i + "].atLeastPercent", tiers.get(i).atLeastPercent());
            within("tiers[" + i + "].creditPercent", tiers.get(i).creditPercent());
        }
        if (wrong.size() > before) {
            return;
        }
        List<Tier> sorted = sorted();
        for (int i = 1; i < sorted.size(); i++) {
            Tier better = sorted.get(i - 1);
            Tier worse = sorted.get(i);
            if (better.atLeastPercent().compareTo(worse.atLeastPercent()) == 0) {
                fault("tiers", "sla.scheme.fault.same-bound", better.atLeastPercent());
            } else if (better.creditPercent().compareTo(worse.creditPercent()) > 0) {
                fault("tiers", "sla.scheme.fault.worse-gives-less", worse.atLeastPercent());
            }
        }
    }

    /** Zero to a hundred. */
    private void within(String path, BigDecimal number) {
        if (number.signum() != 0) {
            number(path, number, HUNDRED, DECIMALS);
        }
    }

    /** More than nothing, at most all. */
    private void percent(String path, BigDecimal number) {
        number(path, number, HUNDRED, DECIMALS);
    }

    private void number(String path, BigDecimal number, BigDecimal most, int decimals) {
        if (number != null
                && (number.signum() <= 0
                        || number.compareTo(most) > 0
                        || number.stripTrailingZeros().scale() > decimals)) {
            fault(path, "sla.input.UNKNOWN_VALUE", number.toPlainString());
        }
    }

    private void wanted(String path, Object value, boolean needed) {
        if (needed && value == null) {
            fault(path, "sla.input.MISSING");
        }
        onlyWhen(path, value, needed);
    }

    private void onlyWhen(String path, Object value, boolean allowed) {
        if (!allowed && value != null) {
            fault(path, "sla.scheme.fault.other-kind");
        }
    }

    private void fault(String path, String key, Object... arguments) {
        wrong.add(Violation.of(path, key, arguments));
    }
}
