package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every list as a file: all of it, as it is narrowed, and for whom it is for. */
@InChromium
class ListsIT {

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "p-admin, people, /admin/people.xhtml, 'id,name,email,organisation'",
        "p-admin, audit, /admin/audit.xhtml, 'at,caller,callerName,key'",
        "ra-best, services, /catalogue/index.xhtml, 'code,category,kind,deliveredBy'",
        "ra-best, agreements, /agreements/index.xhtml, 'number,version,organisation'",
        "p-ordre1, orders, /orders/index.xhtml, 'number,organisation,organisationName,state'",
        "ra-best, credits, /levels/credits.xhtml?period=2026-09, 'id,period,organisation,organisationName,line'",
        "p-slm, outages, /levels/measurements.xhtml?period=2026-10, 'key,service,offering,agency'",
        "p-slm, tickets, /levels/measurements.xhtml?period=2026-10&kind=tickets, 'key,agency,service,offering'",
        "p-slm, levels, /levels/index.xhtml?period=2026-10, 'period,organisation,line,service'",
    })
    void a_list_leads_to_its_files(String person, String list, String page, String headings, Browser browser) {
        try (Visitor visitor = Visitor.as(browser, Site.base(), person)) {
            visitor.open(page);
            String csv =
                    file(visitor, visitor.page.locator(".download a").nth(1).getAttribute("href"));
            assertThat(csv).startsWith(headings);
            assertThat(csv.lines().count()).isGreaterThan(1);
            APIResponse workbook = visitor.page
                    .request()
                    .get(Site.base()
                            + visitor.page.locator(".download a").first().getAttribute("href"));
            assertThat(workbook.status()).isEqualTo(200);
            assertThat(new String(workbook.body(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
        }
    }

    @Test
    void a_file_holds_what_the_page_is_narrowed_to_and_more_than_a_page_shows(Browser browser) {
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            assertThat(rows(admin, "/download/people.csv")).hasSizeGreaterThan(40);
            assertThat(file(admin, "/download/keys.csv")).startsWith("id,name,organisation,organisationName,person");
            assertThat(file(admin, "/download/jobs.csv?kind=LEVELS")).startsWith("id,kind,subject,title,state");
            assertThat(file(admin, "/download/mails.csv?state=NOT_SENT")).startsWith("id,kind,recipient,address");
            assertThat(status(admin, "/download/mails.csv?state=nonsense")).isEqualTo(400);
            assertThat(rows(admin, "/download/people.csv?role=ADMINISTRATOR&organisation=999601391"))
                    .singleElement()
                    .asString()
                    .startsWith("p-admin,Nadia Fossheimdal,");
        }
    }

    @Test
    void nobody_gets_anothers_rows_in_a_file(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            for (String list : List.of("orders", "levels")) {
                assertThat(rows(orderer, "/download/" + list + ".csv"))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.split(",", -1)[1]).isEqualTo("974760819"));
                assertThat(status(orderer, "/download/" + list + ".csv?organisation=971022264"))
                        .isEqualTo(404);
            }
            assertThat(rows(orderer, "/download/agreements.csv"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).contains("974760819"));
            assertThat(status(orderer, "/download/people.csv")).isEqualTo(403);
            assertThat(status(orderer, "/download/audit.xlsx")).isEqualTo(403);
        }
    }

    @Test
    void columns_are_put_away_by_keyboard_for_oneself_until_they_are_wanted_again(Browser browser) {
        try (Visitor observer = Visitor.as(browser, Site.base(), "k-obs")) {
            observer.open("/agreements/index.xhtml");
            assertThat(columns(observer)).contains("Kunde", "Revisjon");
            observer.page.locator(".list-columns summary").focus();
            observer.page.keyboard().press("Enter");
            assertThat(observer.barriers()).isEmpty();
            assertThat(observer.sticksOutAt(320)).isZero();
            observer.page.setViewportSize(1280, 900);
            observer.page
                    .locator(".list-columns input[type=checkbox][value=customer]")
                    .focus();
            observer.page.keyboard().press("Space");
            observer.page.locator(".list-columns button").first().focus();
            observer.leave(() -> observer.page.keyboard().press("Enter"));

            assertThat(columns(observer)).contains("Revisjon").doesNotContain("Kunde");
            assertThat(observer.page.locator("td[data-label=Kunde]").first().isVisible())
                    .isFalse();
            assertThat(observer.page.locator(".list-columns summary").innerText())
                    .contains("4/5");
            assertThat(file(observer, "/download/agreements.csv")).contains("organisationName");
            observer.isSound();
        }
        try (Visitor again = Visitor.as(browser, Site.base(), "k-obs")) {
            again.open("/agreements/index.xhtml?state=ACTIVE");
            assertThat(columns(again)).doesNotContain("Kunde");
            again.page.locator(".list-columns summary").click();
            again.leave(
                    () -> again.page.locator(".list-columns button[name=all]").click());
            assertThat(columns(again)).contains("Kunde");
            assertThat(again.page.url()).endsWith("/agreements/index.xhtml?state=ACTIVE");
        }
        try (Visitor other = Visitor.as(browser, Site.base(), "p-kontr")) {
            other.open("/agreements/index.xhtml");
            assertThat(columns(other)).contains("Kunde");
        }
    }

    /** The headings that are to be seen. */
    private static List<String> columns(Visitor visitor) {
        return visitor.page.locator("thead th").all().stream()
                .filter(com.microsoft.playwright.Locator::isVisible)
                .map(heading -> heading.innerText().strip())
                .toList();
    }

    private static List<String> rows(Visitor visitor, String path) {
        return file(visitor, path).lines().skip(1).toList();
    }

    private static String file(Visitor visitor, String path) {
        APIResponse answer = visitor.page.request().get(Site.base() + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private static int status(Visitor visitor, String path) {
        return visitor.page.request().get(Site.base() + path).status();
    }
}
