package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page that a role reaches by links from its overview, in bokmål on a desk's screen; each page once also on a
 * phone, in nynorsk and in English. The rest of the matrix is {@link WholeMatrixIT}.
 */
@InChromium
class EveryPageIT {

    private static final Path PAGES = Path.of(System.getProperty("project.root", ".."), "catalog-web/src/main/webapp");
    private static final int ROLES = 13;

    /** Pages already tried on a phone and in the other languages. */
    private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

    private static final Set<String> WALKED = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void set() {
        Stage.set();
    }

    @EveryRole
    void every_page_of_a_role_is_sound_and_has_no_barrier(String person, String who, Browser browser) {
        try (Walk walk = Walk.as(browser, person)) {
            walk.everywhere(address -> look(walk, address));
            assertThat(walk.faults()).as("what %s stumbles over", who).isEmpty();
            WALKED.add(person);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in.xhtml",
                "/accessibility.xhtml",
                "/error/400.xhtml",
                "/error/403.xhtml",
                "/error/404.xhtml",
                "/error/409.xhtml",
                "/error/500.xhtml",
                "/error/expired.xhtml"
            })
    void pages_before_signing_in_have_no_barrier(String address, Browser browser) {
        try (Walk walk = Walk.ofNobody(browser)) {
            look(walk, address);
            assertThat(walk.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styleguide.xhtml", "/search.xhtml?q=Sikt"})
    void pages_that_no_link_leads_to_have_no_barrier(String address, Browser browser) {
        try (Walk walk = Walk.as(browser, "p-admin")) {
            look(walk, address);
            assertThat(walk.faults()).isEmpty();
        }
    }

    /** The page of the very first start is there only then: {@link FirstStartIT}. */
    @AfterAll
    static void no_page_has_been_left_out() throws IOException {
        // where only some of the roles were tried, nothing can be said
        if (WALKED.size() == ROLES) {
            try (Stream<Path> files = Files.walk(PAGES)) {
                assertThat(files.map(PAGES::relativize)
                                .filter(page -> page.toString().endsWith(".xhtml"))
                                .filter(page -> !page.startsWith("WEB-INF"))
                                .map(page -> "/" + page.toString().replace('\\', '/'))
                                .filter(page -> !page.equals("/first-start.xhtml")))
                        .as("pages that no role reaches")
                        .isSubsetOf(TRIED.stream().map(Walk::path).toList());
            }
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource
    void a_page_is_sound_in_each_of_its_states(String person, String address, Browser browser) {
        try (Walk walk = Walk.as(browser, person)) {
            walk.open(address, "nb");
            walk.at(Walk.DESK);
            walk.at(Walk.PHONE);
            assertThat(walk.faults()).isEmpty();
        }
    }

    /** A walk sees each page as it comes first. */
    static Stream<Arguments> a_page_is_sound_in_each_of_its_states() {
        return Stream.of(
                        Map.entry("p-slm", "/levels/report.xhtml?number=" + Stage.DRAFT),
                        Map.entry("p-slm", "/levels/report.xhtml?number=" + Stage.DISPUTED),
                        Map.entry("ra-godk", "/levels/report.xhtml?number=" + Stage.DISPUTED),
                        Map.entry("p-slm", Stage.disputedLine()),
                        Map.entry("ra-godk", Stage.disputedLine()),
                        Map.entry("adb-godk", "/levels/report.xhtml?number=" + Stage.SEALED),
                        Map.entry("ra-sik", "/levels/exclusion.xhtml?key=" + Stage.PROVIDERS_EXCLUSION),
                        Map.entry("p-slm", "/levels/breach.xhtml?number=" + Stage.plannedBreach()),
                        Map.entry("p-solberg", "/levels/breach.xhtml?number=" + Stage.plannedBreach()),
                        Map.entry("ra-godk", "/levels/breach.xhtml?number=" + Stage.plannedBreach()),
                        Map.entry("p-okgodk", "/levels/claim.xhtml?number=" + Stage.draftedClaim()),
                        Map.entry("p-slm", "/levels/source.xhtml?code=" + Stage.SOURCE),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=maintenance&period=2026-10"),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=tickets&period=2026-10"),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=samples&period=2026-10"),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=backups&period=2026-10"),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=recoveries&period=2026-10"),
                        Map.entry("p-slm", "/levels/measurements.xhtml?kind=values&period=2026-10"))
                .map(state -> Arguments.of(state.getKey(), state.getValue()));
    }

    @Test
    @DisplayName("the language follows the choice and keeps the page")
    void the_language_follows_the_choice_and_keeps_the_page(Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), "ra-best")) {
            visitor.open("/catalogue/index.xhtml?q=nett");
            visitor.page
                    .getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Nynorsk"))
                    .click();
            assertThat(visitor.page.url()).contains("/catalogue/index.xhtml").contains("q=nett");
            assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("nn");
            assertThat(visitor.page.locator("nav.nav").innerText()).contains("Tenestenivå");
            visitor.open("/index.xhtml");
            assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("nn");
            visitor.isSound();
        }
    }

    @Test
    void the_accessibility_statement_names_what_these_tests_do(Browser browser) {
        try (Visitor reader = Visitor.at(browser, Site.base())) {
            reader.open("/accessibility.xhtml");
            assertThat(reader.barriers()).isEmpty();
            String version = reader.page.evaluate("axe.version").toString();
            reader.sees(
                    "axe-core " + version.substring(0, version.lastIndexOf('.')) + " i nettleseren Chromium",
                    "WCAG 2.0, 2.1 og 2.2, nivå A og AA",
                    Walk.DESK + " og " + Walk.PHONE + " piksler");
        }
    }

    private static void look(Walk walk, String address) {
        walk.open(address, "nb");
        walk.at(Walk.DESK);
        if (TRIED.add(Walk.shape(address))) {
            walk.at(Walk.PHONE);
            walk.open(address, "nn");
            walk.at(Walk.DESK);
            walk.open(address, "en");
            walk.at(Walk.DESK);
        }
    }
}
