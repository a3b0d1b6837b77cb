package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/** What an administrator does: people, keys, the audit trail, and bringing in a data set. */
@InChromium
class AdministrationIT {

    @Test
    void a_person_is_added_signs_in_chooses_an_own_password_and_is_shut_out_again(Browser browser) {
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin");
                Visitor newcomer = Visitor.at(browser, Site.base())) {
            admin.section("Administrasjon").follow("Personer og roller").follow("Legg til person");
            person(admin, "Randi Ny", "randi@").press("Lagre");
            admin.sees("2 ting må rettes", "Brukernavn: Har ikke riktig form.", "E-post: Er ikke en gyldig");
            person(admin, "ra-randi", "randi@ra.example");
            role(admin, "Bestiller").uncheck();
            role(admin, "Controller").check();
            admin.press("Lagre").sees("Rollen Controller kan ikke gis i Riksantikvaren.");
            role(admin, "Controller").uncheck();
            role(admin, "Bestiller").check();
            admin.press("Lagre").sees("Randi Ny er lagret.", "Personen har ikke fått passord ennå.");

            admin.press("Lag nytt passord").sees("Passordet vises bare nå.", "Personen kan logge inn.");
            String given = admin.page.locator(".msg code").innerText();
            role(admin, "Godkjenner").check();
            admin.press("Lagre").sees("Randi Ny er lagret.").isSound();

            signIn(newcomer, given);
            assertThat(newcomer.heading()).contains("Randi");
            newcomer.page.locator(".account summary").click();
            newcomer.leave(newcomer.page.locator(".account a[href$='/password.xhtml']")::click);
            password(newcomer, given, "et eget passord", "et annet passord").sees("De to nye passordene er ikke like.");
            password(newcomer, "ikke mitt passord", "et eget passord", "et eget passord")
                    .sees("Det gjeldende passordet er ikke riktig.");
            password(newcomer, given, "for kort", "for kort").sees("Passordet må ha minst 12 tegn.");
            assertThat(newcomer.barriers()).isEmpty();
            password(newcomer, given, "et eget passord", "et eget passord").sees("Passordet er endret.");
            newcomer.isSound();

            admin.open("/admin/person.xhtml?id=ra-randi");
            admin.press("Steng tilgangen nå").sees("Tilgangen til Randi Ny er stengt.", "utenfor gyldig tid");
            newcomer.open("/catalogue/index.xhtml");
            assertThat(newcomer.page.url()).contains("/sign-in.xhtml");
            signIn(newcomer, "et eget passord");
            newcomer.sees("Brukernavn og passord passer ikke sammen.");

            admin.open("/admin/audit.xhtml?subject=ra-randi");
            admin.sees("Stengte tilgangen", "Endret sitt eget passord", "Bestiller → Bestiller, Godkjenner")
                    .isSound();
            assertThat(admin.page.locator("tbody tr").count()).isEqualTo(5);
        }
    }

    @Test
    void the_last_administrator_cannot_be_shut_out(Browser browser) {
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            admin.open("/admin/person.xhtml?id=p-admin");
            admin.press("Steng tilgangen nå").sees("Dette er den siste administratoren.");
            admin.open("/admin/person.xhtml?id=p-admin");
            admin.sees("Personen har ikke fått passord ennå.");
        }
    }

    @Test
    void a_key_is_shown_once_opens_what_its_scope_allows_and_nothing_when_it_is_revoked(Browser browser) {
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            admin.open("/admin/keys.xhtml");
            admin.press("Lag nøkkel").sees("Navn på nøkkelen må fylles ut.");
            admin.fill("Navn på nøkkelen", "Bestillingsportalen").fill("Brukernavn til personen", "finnes-ikke");
            admin.press("Lag nøkkel").sees("Personen finnes-ikke finnes ikke.");
            admin.fill("Brukernavn til personen", "ra-best").fill("Utløper", "01.01.2020");
            admin.press("Lag nøkkel").sees("Utløpsdatoen må ligge fram i tid.");
            admin.fill("Utløper", "01.01.2027");
            admin.page.locator("[id='form:scope']").selectOption("orders:read");
            admin.press("Lag nøkkel").sees("Nøkkelen er laget", "Den vises bare denne ene gangen.");
            String key = admin.page.locator("#secret").innerText();
            assertThat(admin.barriers()).isEmpty();

            assertThat(status(admin, key, "orders")).isEqualTo(200);
            assertThat(status(admin, key, "services")).isEqualTo(403);
            admin.open("/admin/keys.xhtml");
            assertThat(admin.page.content()).doesNotContain(key);
            Locator row =
                    admin.page.locator("tr:has-text('Bestillingsportalen')").first();
            admin.leave(row.locator("input[type=submit]")::click);
            admin.sees("Nøkkelen «Bestillingsportalen» er trukket tilbake og virker ikke lenger.");
            assertThat(status(admin, key, "orders")).isEqualTo(401);
            admin.isSound();
        }
    }

    @Test
    void the_audit_trail_is_narrowed_by_who_and_what_in_the_address(Browser browser) {
        Prepared.order(Prepared.PHONES);
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            admin.open("/admin/audit.xhtml");
            admin.fill("Hvem", "brattlid").choose("Hva", "Bestillinger").press("Vis");
            assertThat(admin.page.url()).contains("who=brattlid").contains("what=order");
            assertThat(admin.page.locator("tbody tr").allInnerTexts())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).contains("Hanne Brattlid", "Bestilling"));
            admin.open("/admin/audit.xhtml?from=2031-01-01");
            admin.sees("Ingen hendelser passer").isSound();
        }
    }

    @Test
    void a_faulty_data_set_is_refused_with_file_line_and_column(Browser browser) {
        try (Visitor admin = Visitor.as(browser, Site.base(), "p-admin")) {
            admin.open("/admin/import.xhtml");
            admin.press("Kontroller").sees("Datasett (zip): velg en fil.");
            admin.attach("Datasett (zip)", "brev.zip", "application/zip", "Dette er ingen zip-fil.");
            admin.press("Kontroller").sees("Filen er ikke en zip-fil som kan åpnes.");
            admin.page.locator("input[type=file]").setInputFiles(DataSets.good());
            admin.press("Kontroller")
                    .sees("Ingenting er lagret", "finnes fra før. En import endrer ikke det som er lagret.");
            assertThat(admin.page.locator("#confirm").count()).isZero();
            assertThat(admin.barriers()).isEmpty();
            admin.isSound();
        }
    }

    @Test
    void nobody_else_gets_in(Browser browser) {
        try (Visitor orderer = Visitor.as(browser, Site.base(), "ra-best")) {
            for (String page :
                    new String[] {"index", "people", "person", "keys", "audit", "import", "mail", "message"}) {
                assertThat(orderer.open("/admin/" + page + ".xhtml").status())
                        .as(page)
                        .isEqualTo(403);
            }
        }
    }

    private static Visitor person(Visitor admin, String id, String email) {
        admin.fill("Brukernavn", id).fill("E-post", email);
        admin.page.locator("[id='form:name']").fill("Randi Ny");
        admin.choose("Virksomhet", "Riksantikvaren");
        role(admin, "Bestiller").check();
        return admin;
    }

    private static Locator role(Visitor admin, String name) {
        return admin.page.getByLabel(name, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
    }

    private static void signIn(Visitor visitor, String password) {
        visitor.open("/sign-in.xhtml");
        visitor.fill("Brukernavn", "ra-randi").fill("Passord", password).press("Logg inn");
    }

    private static Visitor password(Visitor visitor, String current, String wanted, String repeated) {
        visitor.page.locator("[id='form:current']").fill(current);
        visitor.page.locator("[id='form:wanted']").fill(wanted);
        visitor.page.locator("[id='form:repeated']").fill(repeated);
        return visitor.press("Endre passord");
    }

    private static int status(Visitor visitor, String key, String resource) {
        APIResponse answer = visitor.page
                .request()
                .get(
                        Site.base() + "/api/v1/" + resource,
                        RequestOptions.create().setHeader("Authorization", "Bearer " + key));
        return answer.status();
    }
}
