package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page that a role reaches by links from its overview, in bokmål on a desk's screen; each page once also on a
 * phone, in nynorsk and in English. The rest of the matrix is {@link WholeMatrixIT}.
 */
@InChromium
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {

    private static final Path PAGES = Path.of(System.getProperty("project.root", ".."), "catalog-web/src/main/webapp");
    private static final int ROLES = 13;

    /** Pages already tried on a phone and in the other languages. */
    private static final Set<String> TRIED = new HashSet<>();

    private static final Set<String> WALKED = new HashSet<>();

    @Order(1)
    @EveryRole
    void every_page_of_a_role_is_sound_and_has_no_barrier(String person, String who, Browser browser) {
        try (Walk walk = Walk.as(browser, person)) {
            walk.everywhere(address -> look(walk, address));
            assertThat(walk.faults()).as("what %s stumbles over", who).isEmpty();
            WALKED.add(person);
        }
    }

    @Order(1)
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

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"/styleguide.xhtml", "/search.xhtml?q=Sikt"})
    void pages_that_no_link_leads_to_have_no_barrier(String address, Browser browser) {
        try (Walk walk = Walk.as(browser, "p-admin")) {
            look(walk, address);
            assertThat(walk.faults()).isEmpty();
        }
    }

    /** The page of the very first start is there only then: {@link FirstStartIT}. */
    @Order(2)
    @Test
    void no_page_has_been_left_out(Browser browser) throws IOException {
        assumeTrue(WALKED.size() == ROLES, "Only some of the roles were tried.");
        try (Stream<Path> files = Files.walk(PAGES)) {
            assertThat(files.map(PAGES::relativize)
                            .filter(page -> page.toString().endsWith(".xhtml"))
                            .filter(page -> !page.startsWith("WEB-INF"))
                            .map(page -> "/" + page.toString().replace('\\', '/'))
                            .filter(page -> !page.equals("/first-start.xhtml")))
                    .isSubsetOf(TRIED);
        }
    }

    @Order(1)
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

    @Order(1)
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
        if (TRIED.add(Walk.path(address))) {
            walk.at(Walk.PHONE);
            walk.open(address, "nn");
            walk.at(Walk.DESK);
            walk.open(address, "en");
            walk.at(Walk.DESK);
        }
    }
}
