package no.fellesdrift.sla.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.Test;

/** Credit schemes are made, succeeded and attached, never changed. It is 5 November 2026. */
class CreditSchemeDeskTest {

    static final Database database = DemoData.fresh();

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Money TEN_THOUSAND = Money.of("10000");

    private static CreditSchemeDesk desk(EntityManager em) {
        return wiring(em, CreditSchemeDesk.class);
    }

    private static PackageDesk packages(EntityManager em) {
        return wiring(em, PackageDesk.class);
    }

    private static <T> T wiring(EntityManager em, Class<T> type) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(Callers.SERVICE_LEVEL_MANAGER))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .get(type);
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static CreditSchemeDraft tiers(String code, LocalDate from, String... tiers) {
        return new CreditSchemeDraft(
                code,
                from,
                "TIERS",
                "SUM",
                of("30"),
                List.of(tiers).stream()
                        .map(tier -> new CreditSchemeDraft.Tier(of(tier.split(":", -1)[0]), of(tier.split(":", -1)[1])))
                        .toList(),
                null,
                null,
                null,
                null,
                null);
    }

    private static CreditSchemeDraft fine(String code, String kind, String perUnit, String capCase) {
        return new CreditSchemeDraft(
                code,
                DECEMBER,
                kind,
                null,
                of("15"),
                null,
                3_600L,
                perUnit == null ? null : of(perUnit),
                capCase == null ? null : of(capCase),
                null,
                of("15"));
    }

    private static void refused(Runnable what, DefinitionReason reason, String... paths) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Rejection.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.violations()).extracting(Violation::path).containsExactly(paths);
        });
    }

    private static List<String> amounts(CreditSchemeDesk desk, CreditSchemeView version) {
        return desk.examples(version, TEN_THOUSAND).stream()
                .map(example -> example.amount() + (example.isCapped() ? " of " + example.whole() : ""))
                .toList();
    }

    @Test
    void the_schemes_of_the_demo_have_always_held_and_say_which_levels_they_hold_for() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            assertThat(desk.list(PageRequest.first(50)).items())
                    .filteredOn(line -> line.entry().code().startsWith("CR-"))
                    .extracting(
                            line -> line.entry().code(), line -> line.entry().validFrom())
                    .containsExactly(
                            tuple("CR-CRIT", null),
                            tuple("CR-CRIT-RES", null),
                            tuple("CR-STD", null),
                            tuple("CR-STD-RES", null));
            assertThat(desk.list(PageRequest.first(10)).items().get(0).levels()).containsExactly("C-AV");
            // 99.9, 99.5, 99, 95 and 0 percent; half of the price is more than the cap of 30 percent
            assertThat(amounts(desk, desk.versions("CR-CRIT").get(0)))
                    .containsExactly("0.00", "500.00", "1000.00", "2500.00", "3000.00 of 5000.00");
        });
    }

    @Test
    void a_scheme_is_made_and_succeeded_from_a_coming_period() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            assertThat(desk.create(tiers("GOLD", DECEMBER, "0:20", "99:0"))
                            .rules()
                            .tiers())
                    .extracting(tier -> tier.atLeastPercent().toPlainString())
                    .containsExactly("99", "0");
            refused(() -> desk.create(tiers("GOLD", DECEMBER, "0:20")), DefinitionReason.CODE_TAKEN);
            refused(
                    () -> desk.succeed("GOLD", tiers(null, DECEMBER, "0:25"), OptionalInt.of(1)),
                    DefinitionReason.BEFORE_NEWEST);
            desk.succeed("GOLD", tiers(null, NEW_YEAR, "0:25"), OptionalInt.of(1));
            refused(
                    () -> desk.succeed("GOLD", tiers(null, LocalDate.of(2027, 2, 1), "0:30"), OptionalInt.of(1)),
                    DefinitionReason.DEFINITION_CHANGED);
            assertThat(desk.versions("GOLD"))
                    .extracting(CreditSchemeView::version, CreditSchemeView::validFrom, CreditSchemeView::validTo)
                    .containsExactly(tuple(1, DECEMBER, NEW_YEAR), tuple(2, NEW_YEAR, null));
            assertThat(amounts(desk, desk.versions("GOLD").get(1))).containsExactly("2500.00");
        });
    }

    @Test
    void a_scheme_is_not_succeeded_in_the_past_nor_within_a_month_of_its_levels() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            refused(
                    () -> desk.succeed("CR-CRIT", tiers(null, LocalDate.of(2026, 11, 5), "0:25"), OptionalInt.empty()),
                    DefinitionReason.NOT_COMING);
            refused(
                    () -> desk.succeed("CR-CRIT", tiers(null, LocalDate.of(2026, 11, 15), "0:25"), OptionalInt.empty()),
                    DefinitionReason.NOT_PERIOD_START);
            refused(
                    () -> desk.succeed("NONE", tiers(null, DECEMBER, "0:25"), OptionalInt.empty()),
                    DefinitionReason.UNKNOWN_SCHEME);
        });
    }

    @Test
    void what_belongs_to_another_kind_or_contradicts_itself_is_named_by_its_field() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            refused(
                    () -> desk.create(tiers("BAD", DECEMBER, "101:5", "99:-1")),
                    DefinitionReason.DEFINITION_WRONG,
                    "tiers[0].atLeastPercent",
                    "tiers[1].creditPercent");
            refused(
                    () -> desk.create(tiers("BAD", DECEMBER, "99:5", "95:3")),
                    DefinitionReason.DEFINITION_WRONG,
                    "tiers");
            refused(() -> desk.create(tiers("BAD", DECEMBER)), DefinitionReason.DEFINITION_WRONG, "tiers");
            refused(
                    () -> desk.create(fine("BAD", "FREE_TIME", "0.2", "5")),
                    DefinitionReason.DEFINITION_WRONG,
                    "capCasePercent",
                    "unitSeconds",
                    "perUnit");
            refused(
                    () -> desk.create(fine("BAD", "PERCENT_PER_UNIT", null, null)),
                    DefinitionReason.DEFINITION_WRONG,
                    "perUnit");
            refused(
                    () -> desk.create(fine("BAD", "AMOUNT_PER_UNIT", "500.123", null)),
                    DefinitionReason.DEFINITION_WRONG,
                    "perUnit");
            refused(() -> desk.create(fine("BAD", "BONUS", "5", null)), DefinitionReason.DEFINITION_WRONG, "kind");
            refused(
                    () -> desk.create(fine(null, "PERCENT_PER_UNIT", "5", null)),
                    DefinitionReason.DEFINITION_WRONG,
                    "scheme");
        });
    }

    @Test
    void an_hourly_fine_and_kroner_an_hour_are_shown_with_their_caps() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            // five hours and twenty minutes are six begun; a hundred hours meet the case's 5 percent
            assertThat(amounts(desk, desk.create(fine("HOURLY", "PERCENT_PER_UNIT", "0.2", "5"))))
                    .containsExactly("120.00", "500.00");
            assertThat(amounts(desk, desk.create(fine("KRONER", "AMOUNT_PER_UNIT", "100", null))))
                    .containsExactly("600.00", "1500.00 of 10000.00");
            assertThat(amounts(
                            desk,
                            desk.create(new CreditSchemeDraft(
                                    "DAY",
                                    DECEMBER,
                                    "FREE_TIME_PER_BREACH",
                                    "SUM",
                                    of("100"),
                                    null,
                                    86_400L,
                                    null,
                                    null,
                                    null,
                                    null))))
                    .containsExactly("333.33");
        });
    }

    @Test
    void a_scheme_is_attached_to_every_level_of_a_package_that_it_can_be_reckoned_from() {
        database.transaction(em -> {
            CreditSchemeDesk desk = desk(em);
            desk.create(fine("FINE", "PERCENT_PER_UNIT", "0.2", "5"));
            List<LevelVersionView> made = desk.attach("FINE", new CreditSchemeAttachment(null, "OFFICE", NEW_YEAR));
            assertThat(made).isNotEmpty().allSatisfy(level -> {
                assertThat(level.choices())
                        .containsEntry("consequence", "SERVICE_CREDIT")
                        .containsEntry("credit_scheme", "FINE");
                assertThat(level.valid().start()).isEqualTo(NEW_YEAR);
            });
            assertThat(desk.used("FINE")).containsExactlyInAnyOrderElementsOf(made);
            refused(
                    () -> desk.attach("FINE", new CreditSchemeAttachment(null, "OFFICE", NEW_YEAR)),
                    DefinitionReason.NOTHING_TO_ATTACH);
            refused(
                    () -> desk.attach("FINE", new CreditSchemeAttachment("C-AV", "OFFICE", NEW_YEAR)),
                    DefinitionReason.DEFINITION_WRONG,
                    "servicePackage");
            // a kind that only outages can be reckoned by would leave the cases without
            refused(
                    () -> desk.succeed(
                            "FINE",
                            new CreditSchemeDraft(
                                    null, NEW_YEAR, "FREE_TIME", null, of("30"), null, null, null, null, null, null),
                            OptionalInt.empty()),
                    DefinitionReason.DEFINITION_WRONG,
                    made.stream()
                            .filter(level -> !level.measure().equals("AVAILABILITY"))
                            .map(level -> "kind")
                            .toArray(String[]::new));
        });
    }

    @Test
    void a_level_takes_no_scheme_that_it_cannot_be_reckoned_by_nor_one_that_has_not_begun() {
        database.transaction(em -> {
            PackageDesk packages = packages(em);
            Map<String, Object> longest = new HashMap<>(Map.of(
                    "measure", "LONGEST_OUTAGE",
                    "calendar", "24X7",
                    "thresholdSeconds", 28_800,
                    "consequence", "SERVICE_CREDIT",
                    "creditScheme", "CR-STD"));
            refused(
                    () -> packages.create(new LevelDraft("O-LONG", "OFFICE", DECEMBER, longest)),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.creditScheme");
            desk(em).create(tiers("NEXT-YEAR", NEW_YEAR, "0:20"));
            for (String scheme : List.of("NONE", "NEXT-YEAR")) {
                Map<String, Object> availability = Map.of(
                        "measure", "AVAILABILITY",
                        "calendar", "24X7",
                        "targetPercent", "99",
                        "consequence", "SERVICE_CREDIT",
                        "creditScheme", scheme);
                refused(
                        () -> packages.create(new LevelDraft("O-AV2", "OFFICE", DECEMBER, availability)),
                        DefinitionReason.DEFINITION_WRONG,
                        "choices.creditScheme");
            }
        });
    }

    @Test
    void the_hourly_fine_of_the_state_s_agreements_comes_with_its_ready_made_package() {
        database.transaction(em -> {
            PackageDesk packages = packages(em);
            packages.create(new PackageDraft("LEVERING", "Levering", "Levering", "Delivery", "SSA-LEVERING", DECEMBER));
            assertThat(packages.level("LEVERING-RE").get(0).choices())
                    .containsEntry("consequence", "SERVICE_CREDIT")
                    .containsEntry("credit_scheme", "SSA-TIMEBOT");
            CreditSchemeDesk desk = desk(em);
            assertThat(desk.versions("SSA-TIMEBOT"))
                    .singleElement()
                    .satisfies(scheme ->
                            assertThat(scheme.rules().capCasePercent()).isEqualByComparingTo("5"));
            assertThat(amounts(desk, desk.versions("SSA-TIMEBOT").get(0))).containsExactly("120.00", "500.00");
            // a second package takes the scheme that is there
            packages.create(
                    new PackageDraft("LEVERING2", "Levering", "Levering", "Delivery", "SSA-LEVERING", DECEMBER));
            assertThat(desk.versions("SSA-TIMEBOT")).hasSize(1);
        });
    }

    @Test
    void every_choice_that_a_measure_is_asked_can_be_made_and_evaluated() {
        database.transaction(em -> {
            PackageDesk packages = packages(em);
            for (Measure measure : Measure.values()) {
                packages.choices(measure)
                        .forEach((column, values) -> values.stream()
                                .filter(value -> !value.equals("SERVICE_CREDIT"))
                                .forEach(value -> {
                                    Map<String, Object> choices = needed(measure, column, value);
                                    choices.put(LevelVersionView.name(column), value);
                                    assertThat(packages.preview(
                                                            new LevelDraft("X", "OFFICE", DECEMBER, choices), Map.of())
                                                    .choices())
                                            .as(measure + " " + column)
                                            .containsEntry(column, value);
                                }));
            }
        });
    }

    /** What the choice cannot be made without. */
    private static Map<String, Object> needed(Measure measure, String column, String value) {
        Map<String, Object> choices =
                new HashMap<>(Map.of("measure", measure.name(), "targetPercent", "95", "calendar", "OFFICE"));
        switch (measure) {
            case LONGEST_OUTAGE, TIME_TO_RESTORE, TIME_BETWEEN_OUTAGES, RECOVERY_TIME, RECOVERY_POINT ->
                choices.put("thresholdSeconds", 3_600);
            case OUTAGE_COUNT -> choices.putAll(Map.of("thresholdSeconds", 3_600, "thresholdValue", "2"));
            case RESPONSE_TIME, CAPACITY, CUSTOM ->
                choices.putAll(Map.of("metric", "M", "direction", "AT_MOST", "thresholdValue", "4"));
            default -> {}
        }
        if (measure == Measure.CUSTOM) {
            choices.put("aggregation", "SUM");
        }
        if (measure == Measure.BACKUP) {
            choices.put("schedule", "CALENDAR_DAY");
        }
        if (measure.countsCases()) {
            choices.put(column.equals("working_day_policy") ? "thresholdWorkingDays" : "thresholdSeconds", "2");
        }
        if (column.equals("maintenance") || column.equals("exclusions")) {
            choices.putAll(Map.of("maintenance", value, "exclusions", value));
        }
        if (value.equals("WEIGHTED")) {
            choices.put("degradationWeight", "0.25");
        }
        if (column.equals("percentile_method")) {
            choices.put("percentile", "95");
        }
        return choices;
    }
}
