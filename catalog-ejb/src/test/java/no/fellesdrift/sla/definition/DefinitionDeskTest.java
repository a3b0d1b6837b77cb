package no.fellesdrift.sla.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.CalculationDesk;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.Test;

/** Packages, levels and calendars are made and succeeded, never changed. It is 5 November 2026. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class DefinitionDeskTest {

    static final Database database = DemoData.fresh();

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private static CalendarVersions versions(EntityManager em) {
        CalendarVersions versions = new CalendarVersions();
        versions.em = em;
        return versions;
    }

    private static CalendarDesk calendars(EntityManager em) {
        CalendarDesk desk = new CalendarDesk();
        desk.calendars = versions(em);
        desk.clock = clock();
        desk.happened = new Heard<>();
        return desk;
    }

    private static PackageDesk packages(EntityManager em, Caller caller) {
        PackageDesk desk = new PackageDesk();
        desk.levels = new LevelVersions();
        desk.levels.em = em;
        desk.calendars = versions(em);
        desk.schemes = new CreditSchemes();
        desk.schemes.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = clock();
        desk.happened = new Heard<>();
        return desk;
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC);
    }

    private static void refused(Runnable what, DefinitionReason reason, String... paths) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(Rejection.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.violations()).extracting(Violation::path).containsExactly(paths);
        });
    }

    private static CalendarDraft summer(LocalDate from) {
        return new CalendarDraft(
                null,
                null,
                null,
                null,
                from,
                Map.of(
                        "tz", "Europe/Oslo",
                        "weekly", Map.of("MON", List.of(List.of("08:00", "15:00"))),
                        "holidays", List.of("2027-01-01"),
                        "overrides", Map.of("2027-03-22", List.of(), "2027-03-29", List.of(List.of("08:00", "12:00"))),
                        "breaks", List.of(List.of("2027-02-01T10:00:00+01:00", "2027-02-01T11:00:00+01:00"))));
    }

    @Test
    void a_calendar_is_succeeded_from_a_coming_period_and_read_back_as_it_was_written() {
        database.transaction(em -> {
            CalendarDesk desk = calendars(em);
            CalendarVersionView before = desk.versions("EXTENDED").get(0);
            desk.succeed("EXTENDED", summer(NEW_YEAR), OptionalInt.of(1));
            List<CalendarVersionView> versions = desk.versions("EXTENDED");
            assertThat(versions).hasSize(2);
            assertThat(versions.get(0).valid().end()).isEqualTo(NEW_YEAR);
            assertThat(versions.get(0).weekly()).isEqualTo(before.weekly());
            assertThat(versions.get(1).name()).isEqualTo(before.name());
            assertThat(versions.get(1).tree()).isEqualTo(summer(NEW_YEAR).calendar());
            assertThat(((Heard<Happened>) desk.happened).all)
                    .extracting(Happened::what, Happened::subject, Happened::to)
                    .containsExactly(tuple("sla.calendar-succeed", "EXTENDED", "2, 2027-01-01"));
            refused(
                    () -> desk.succeed("EXTENDED", summer(LocalDate.of(2027, 2, 1)), OptionalInt.of(1)),
                    DefinitionReason.DEFINITION_CHANGED);
        });
    }

    @Test
    void a_calendar_is_not_succeeded_in_the_past_nor_within_a_period_of_a_level() {
        database.transaction(em -> {
            CalendarDesk desk = calendars(em);
            refused(
                    () -> desk.succeed("OFFICE", summer(LocalDate.of(2026, 11, 5)), OptionalInt.empty()),
                    DefinitionReason.NOT_COMING);
            refused(
                    () -> desk.succeed("OFFICE", summer(LocalDate.of(2026, 12, 2)), OptionalInt.empty()),
                    DefinitionReason.NOT_PERIOD_START);
            // N-AV is reckoned a quarter at a time on 24X7
            refused(
                    () -> desk.succeed("24X7", summer(DECEMBER), OptionalInt.empty()),
                    DefinitionReason.NOT_PERIOD_START);
            refused(
                    () -> desk.succeed("NOWHERE", summer(NEW_YEAR), OptionalInt.empty()),
                    DefinitionReason.UNKNOWN_CALENDAR);
        });
    }

    @Test
    void a_calendar_that_never_opens_is_refused_and_a_wrong_one_with_the_path() {
        database.transaction(em -> {
            CalendarDesk desk = calendars(em);
            refused(
                    () -> desk.create(new CalendarDraft(
                            "NEVER", "Aldri", "Aldri", "Never", DECEMBER, Map.of("tz", "Europe/Oslo"))),
                    DefinitionReason.CALENDAR_NEVER_OPEN);
            // every hour it ever had lies before it begins
            refused(
                    () -> desk.create(new CalendarDraft(
                            "ONCE",
                            "En gang",
                            "Ein gong",
                            "Once",
                            DECEMBER,
                            Map.of(
                                    "tz",
                                    "Europe/Oslo",
                                    "overrides",
                                    Map.of("2026-11-30", List.of(List.of("08:00", "16:00")))))),
                    DefinitionReason.CALENDAR_NEVER_OPEN);
            refused(
                    () -> desk.create(new CalendarDraft(
                            "WRONG",
                            "Feil",
                            "Feil",
                            "Wrong",
                            DECEMBER,
                            Map.of("tz", "Europe/Oslo", "weekly", Map.of("MON", List.of(List.of("16:00", "08:00")))))),
                    DefinitionReason.DEFINITION_WRONG,
                    "calendar.weekly.MON[0]");
            refused(
                    () -> desk.create(new CalendarDraft("OFFICE", "a", "b", "c", DECEMBER, Map.of())),
                    DefinitionReason.CODE_TAKEN);
            refused(
                    () -> desk.create(new CalendarDraft(null, "a", "b", null, DECEMBER, Map.of())),
                    DefinitionReason.DEFINITION_WRONG,
                    "code",
                    "nameEn");
        });
    }

    private static LevelDraft change(LocalDate from, Object... choices) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < choices.length; i += 2) {
            map.put((String) choices[i], choices[i + 1]);
        }
        return new LevelDraft(null, null, from, map);
    }

    @Test
    void a_level_gets_another_target_on_any_coming_day_and_other_rules_with_a_period() {
        database.transaction(em -> {
            PackageDesk desk = packages(em, Callers.SERVICE_LEVEL_MANAGER);
            desk.succeed("S-AV", change(LocalDate.of(2026, 11, 17), "targetPercent", "99.7"), OptionalInt.of(1));
            LevelVersionView second = desk.level("S-AV").get(1);
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.targetPercent()).isEqualByComparingTo("99.7");
            assertThat(second.choices().get("maintenance")).isEqualTo("COUNTS_AS_UP");
            assertThat(desk.level("S-AV").get(0).valid().end()).isEqualTo(LocalDate.of(2026, 11, 17));
            refused(
                    () -> desk.succeed(
                            "S-RS", change(LocalDate.of(2026, 11, 17), "thresholdSeconds", 7200), OptionalInt.empty()),
                    DefinitionReason.NOT_PERIOD_START);
            desk.succeed(
                    "S-RS", change(DECEMBER, "thresholdSeconds", 7200, "minimumSamples", null), OptionalInt.empty());
            assertThat(desk.level("S-RS").get(1).choices())
                    .containsEntry("threshold_seconds", "7200")
                    .doesNotContainKey("minimum_samples");
            refused(
                    () -> desk.succeed("N-AV", change(DECEMBER, "unknown", "DOWN"), OptionalInt.empty()),
                    DefinitionReason.NOT_PERIOD_START);
            desk.succeed("N-AV", change(NEW_YEAR, "unknown", "DOWN"), OptionalInt.empty());
        });
    }

    @Test
    void what_a_level_may_not_choose_is_named() {
        database.transaction(em -> {
            PackageDesk desk = packages(em, Callers.SERVICE_LEVEL_MANAGER);
            refused(
                    () -> desk.succeed("O-RS", change(DECEMBER, "priority", "P1"), OptionalInt.empty()),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.priority");
            refused(
                    () -> desk.succeed("S-AV", change(DECEMBER, "targetPercent", "100.1"), OptionalInt.empty()),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.targetPercent");
            refused(
                    () -> desk.succeed("S-AV", change(DECEMBER, "colour", "BLUE"), OptionalInt.empty()),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.colour");
            refused(
                    () -> desk.succeed("S-AV", change(DECEMBER, "creditScheme", null), OptionalInt.empty()),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.creditScheme");
            refused(
                    () -> desk.create(new LevelDraft(
                            "S-NEW", "STANDARD24", DECEMBER, Map.of("measure", "RESPONSE", "thresholdSeconds", 60))),
                    DefinitionReason.DEFINITION_WRONG,
                    "choices.targetPercent",
                    "choices.calendar");
        });
    }

    @Test
    void a_ready_made_package_is_copied_with_levels_of_its_own() {
        database.transaction(em -> {
            PackageDesk desk = packages(em, Callers.CATALOGUE_MANAGER);
            assertThat(desk.presets(PageRequest.first(50)).items())
                    .extracting(Preset::code)
                    .contains("NORGE-DIGITALT-A", "NORGE-DIGITALT-B", "NORGE-DIGITALT-C", "SSA-FEILKLASSER");
            for (Preset preset : Preset.ALL) {
                PackageView made =
                        desk.create(new PackageDraft("X" + preset.code(), "Ny", "Ny", "New", preset.code(), NEW_YEAR));
                assertThat(made.levels()).hasSameSizeAs(preset.levels().keySet());
            }
            assertThat(desk.one("XNORGE-DIGITALT-A").levels().get(0).level()).isEqualTo("XNORGE-DIGITALT-A-AV");
            PackageView copy = desk.create(new PackageDraft("EXTENDED-2", "To", "To", "Two", "EXTENDED", NEW_YEAR));
            assertThat(copy.levels())
                    .extracting(LevelVersionView::level)
                    .containsExactlyInAnyOrder(
                            "EXTENDED-2-AV", "EXTENDED-2-RS", "EXTENDED-2-RE2", "EXTENDED-2-RE3", "EXTENDED-2-LT");
            refused(
                    () -> desk.create(new PackageDraft("EXTENDED", "a", "b", "c", null, null)),
                    DefinitionReason.CODE_TAKEN);
            refused(
                    () -> desk.create(new PackageDraft("EXTENDED-3", "a", "b", "c", "NOWHERE", NEW_YEAR)),
                    DefinitionReason.UNKNOWN_PACKAGE);
        });
    }

    @Test
    void an_agency_sees_what_is_promised_to_all_and_the_lines_of_its_own() {
        database.transaction(em -> {
            PackageDesk own = packages(em, Callers.RA_ORDERER);
            assertThat(own.list(PageRequest.first(50)).items())
                    .filteredOn(line -> line.entry().code().equals("CRITICAL"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.offerings()).isEqualTo(4);
                        assertThat(line.lines()).isEqualTo(19);
                        assertThat(line.levels()).contains("C-AV", "C-LT");
                    });
            assertThat(own.lines("CRITICAL"))
                    .extracting(PackageView.LineUse::line)
                    .containsExactly("RA-050", "RA-060", "RA-200", "RA-250");
            assertThat(packages(em, Callers.SERVICE_LEVEL_MANAGER).lines("CRITICAL"))
                    .hasSize(19);
        });
    }

    private static LinePackageDesk linePackages(EntityManager em, Caller caller) {
        LinePackageDesk desk = new LinePackageDesk();
        desk.lines = new LinePackages();
        desk.lines.em = em;
        desk.levels = new LevelVersions();
        desk.levels.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = clock();
        desk.happened = new Heard<>();
        return desk;
    }

    @Test
    void a_line_gets_another_package_from_a_coming_period_and_keeps_what_it_had_before() {
        database.transaction(em -> {
            LinePackageDesk desk = linePackages(em, Callers.SERVICE_LEVEL_MANAGER);
            refused(
                    () -> desk.promise("NP-010", new LinePackageDraft("OFFICE", LocalDate.of(2026, 11, 1), "Avtalt")),
                    DefinitionReason.NOT_COMING);
            refused(
                    () -> desk.promise("NP-010", new LinePackageDraft("OFFICE", LocalDate.of(2026, 12, 15), "Avtalt")),
                    DefinitionReason.NOT_PERIOD_START);
            // Norge digitalt A is reckoned a quarter at a time
            refused(
                    () -> desk.promise("NP-010", new LinePackageDraft("ND-A", DECEMBER, "Avtalt")),
                    DefinitionReason.NOT_PERIOD_START);
            refused(
                    () -> desk.promise("NP-010", new LinePackageDraft("NOTHING", DECEMBER, "Avtalt")),
                    DefinitionReason.UNKNOWN_PACKAGE);
            desk.promise("NP-010", new LinePackageDraft("OFFICE", DECEMBER, "Avtalt"));
            desk.promise("NP-010", new LinePackageDraft("EXTENDED", NEW_YEAR, "Avtalt igjen"));
            assertThat(linePackages(em, Callers.NP_ORDERER).promised("NP-010"))
                    .extracting(
                            LinePackageView::number,
                            LinePackageView::servicePackage,
                            view -> view.valid().start(),
                            view -> view.valid().end())
                    .containsExactly(
                            tuple(1, "EXTENDED", LocalDate.of(2026, 1, 1), DECEMBER),
                            tuple(2, "OFFICE", DECEMBER, NEW_YEAR),
                            tuple(3, "EXTENDED", NEW_YEAR, null));
            assertThatThrownBy(() -> linePackages(em, Callers.RA_ORDERER).promised("NP-010"))
                    .isInstanceOfSatisfying(
                            Rejection.class,
                            refused -> assertThat(refused.reason()).isEqualTo(SlaReason.UNKNOWN_LINE));
        });
    }

    @Test
    void the_working_of_a_due_date_shows_where_the_hours_went() {
        database.transaction(em -> {
            CalculatorDesk desk = new CalculatorDesk();
            desk.calendars = versions(em);
            desk.calculations = new CalculationDesk();
            CalculatorDesk.Answer answer = desk.answer(
                    "due_at_with_pauses",
                    "OFFICE",
                    LocalDate.of(2026, 11, 6),
                    Map.of(
                            "start", "2026-11-06T15:30:00+01:00",
                            "seconds", "28800",
                            "pauses", List.of(List.of("2026-11-09T09:00:00+01:00", "2026-11-09T10:00:00+01:00"))));
            assertThat(answer.result()).isEqualTo("2026-11-09T16:00:00+01:00");
            assertThat(answer.working().days())
                    .extracting(Working.Day::date, Working.Day::counted, Working.Day::total)
                    .containsExactly(
                            tuple(LocalDate.of(2026, 11, 6), 1_800L, 1_800L),
                            tuple(LocalDate.of(2026, 11, 7), 0L, 1_800L),
                            tuple(LocalDate.of(2026, 11, 8), 0L, 1_800L),
                            tuple(LocalDate.of(2026, 11, 9), 27_000L, 28_800L));
            assertThat(answer.working().days().get(3).seconds(Working.Kind.PAUSED))
                    .isEqualTo(3_600);
            refused(() -> desk.answer("is_open", "NOWHERE", DECEMBER, Map.of()), DefinitionReason.UNKNOWN_CALENDAR);
        });
    }
}
