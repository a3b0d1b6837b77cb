package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import no.fellesdrift.web.testing.RunningSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody has just installed the product and opens it for the first time. */
@InChromium
class FirstStartIT {

    private static final String CODE = "en-kode-til-oppstart";
    private static final String PASSWORD = "fire tilfeldige ord";
    private static RunningSystem system;

    @BeforeAll
    static void install() {
        system = RunningSystem.newInstallation(CODE);
    }

    @AfterAll
    static void close() {
        system.close();
    }

    @Test
    void the_first_administrator_is_made_once_and_brings_in_the_sector(Browser browser) {
        String base = system.baseUri().toString().replaceAll("/$", "");
        try (Visitor visitor = Visitor.at(browser, base)) {
            visitor.open("/");
            visitor.sees("Ny installasjon").follow("Lag administrator");
            assertThat(visitor.heading()).isEqualTo("Første oppstart");
            assertThat(visitor.barriers()).isEmpty();

            fill(visitor, "feil kode", "123456789", "Kari N", "kari");
            visitor.press("Lag administrator").sees("Dette er ikke et gyldig organisasjonsnummer");
            fill(visitor, "feil kode", "999601391", "Kari N", "kari");
            visitor.press("Lag administrator")
                    .sees("Brukernavn: Har ikke riktig form.", "E-post: Er ikke en gyldig e-postadresse.");
            fill(visitor, "feil kode", "999601391", "kari", "kari@mdir.example");
            visitor.press("Lag administrator").sees("Engangskoden er ikke riktig");
            fill(visitor, CODE, "999601391", "kari", "kari@mdir.example");
            visitor.fill("Passord", "kort").press("Lag administrator").sees("Passordet må ha minst 12 tegn.");
            fill(visitor, CODE, "999601391", "kari", "kari@mdir.example");
            visitor.press("Lag administrator").sees("Administratoren er laget. Logg inn.");

            visitor.open("/first-start.xhtml");
            visitor.sees("Det finnes en administrator");
            assertThat(visitor.asks("Engangskode")).isFalse();

            visitor.open("/sign-in.xhtml");
            assertThat(visitor.content()).doesNotContain("Ny installasjon");
            visitor.fill("Brukernavn", "kari").fill("Passord", PASSWORD).press("Logg inn");
            visitor.sees("Les inn et datasett", "Legg til dem som skal bruke løsningen")
                    .isSound();

            visitor.follow("Les inn et datasett");
            bringIn(
                    visitor,
                    DataSets.with("feil.zip", "services.csv", all -> all.replace("WPL-MOB,WPL,", "WPL-MOB,XX,")));
            visitor.sees("feil.zip", "Ingenting er lagret", "services.csv", "category", "XX finnes ikke");
            assertThat(visitor.page.locator("tbody tr").first().innerText()).contains("services.csv", "3", "category");
            assertThat(visitor.button("Importer").count()).isZero();
            visitor.open("/catalogue/index.xhtml");
            assertThat(visitor.page.locator(".svc").count()).isZero();

            visitor.open("/admin/import.xhtml");
            bringIn(visitor, DataSets.good());
            visitor.sees("Datasettet er uten feil", "sektor.zip");
            visitor.leave(visitor.page.locator("#confirm input[type=submit]")::click);
            visitor.page.locator("#job-list [data-state=DONE]").waitFor();
            visitor.sees("Import av sektor.zip", "er importert.").isSound();

            visitor.open("/catalogue/index.xhtml?q=video");
            visitor.sees("Videomøte");
            visitor.open("/index.xhtml");
            assertThat(visitor.content()).doesNotContain("Katalogen er tom", "Du er den eneste");
        }
    }

    private static void fill(Visitor visitor, String code, String organisation, String user, String email) {
        visitor.fill("Engangskode", code)
                .fill("Organisasjonsnummer", organisation)
                .fill("Navn på virksomheten", "Miljødirektoratet")
                .fill("Kortnavn", "MDIR")
                .fill("Brukernavn", user)
                .fill("E-post", email)
                .fill("Passord", PASSWORD);
        visitor.page.locator("[id='form:name']").fill("Kari Nordmann");
    }

    private static void bringIn(Visitor visitor, com.microsoft.playwright.options.FilePayload file) {
        visitor.page.locator("input[type=file]").setInputFiles(file);
        visitor.press("Kontroller");
    }
}
