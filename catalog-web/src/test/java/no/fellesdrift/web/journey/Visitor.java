package no.fellesdrift.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person at one browser. Everything the browser complains about is kept and asserted at the end of each look. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final String base;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    private Visitor(Browser browser, String base) {
        this.base = base;
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("nb-NO").setViewportSize(1280, 900));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && request.url().startsWith("http")) {
                complaints.add(page.url() + " asks another server: " + request.url());
            }
        });
    }

    /** Nobody yet. */
    static Visitor at(Browser browser, String base) {
        return new Visitor(browser, base);
    }

    /** One of the demo's people, signed in by a click. */
    static Visitor as(Browser browser, String base, String person) {
        Visitor visitor = new Visitor(browser, base);
        visitor.open("/sign-in.xhtml");
        visitor.leave(visitor.page.locator("[data-person='" + person + "']")::click);
        assertThat(visitor.page.url()).endsWith("/index.xhtml");
        return visitor;
    }

    /** From the next page on in this language, as if it had been chosen in the top bar. */
    Visitor speak(String language) {
        context.addCookies(List.of(new Cookie("language", language).setUrl(base)));
        return this;
    }

    Response open(String path) {
        return page.navigate(base + path);
    }

    /** Goes to a section by the left navigation. */
    Visitor section(String name) {
        Locator link = page.locator("nav.nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
        return leave(link::click);
    }

    /** Follows the first link of the page's content with these words to another page. */
    Visitor follow(String link) {
        return leave(link(link)::click);
    }

    Locator link(String name) {
        return page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    /** Presses a button that sends a form, and waits for the page that answers. */
    Visitor press(String button) {
        return leave(button(button)::click);
    }

    Locator button(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /**
     * Does it, and waits until another document has come in the place of this one. Without it the next step would find
     * the fields of the page that is about to go, and fill those.
     */
    Visitor leave(Runnable by) {
        page.evaluate("document.documentElement.dataset.left = 'yes'");
        by.run();
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
        return this;
    }

    Visitor fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    Visitor choose(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    /** Chooses a file as a person does: by the field's own button. */
    Visitor attach(String label, String name, String mediaType, String content) {
        FileChooser chooser = page.waitForFileChooser(() -> field(label).click());
        chooser.setFiles(new FilePayload(name, mediaType, content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Whether the page has a field with this label now. */
    boolean asks(String label) {
        return field(label).count() > 0;
    }

    /** What the open drawer says. */
    String dialog() {
        Locator open = page.locator("[role=dialog]:visible");
        open.waitFor();
        return open.innerText().replace('\u00a0', ' ');
    }

    /** A form can bear the same name as its field, and so can the column that shows it. */
    Locator field(String label) {
        return page.locator("main")
                .getByLabel(label)
                .and(page.locator("input:not([name=column]),textarea,select"))
                .first();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String content() {
        return page.locator("main").innerText().replace('\u00a0', ' ');
    }

    Visitor sees(String... texts) {
        assertThat(content()).contains(texts);
        return this;
    }

    /** No complaint of the browser, no missing text, exactly one main heading. */
    Visitor isSound() {
        assertThat(complaints).as("console of %s", page.url()).isEmpty();
        assertThat(page.content()).as(page.url()).doesNotContain("???");
        assertThat(page.locator("h1").count()).as("h1 of %s", page.url()).isEqualTo(1);
        return this;
    }

    /** What axe-core finds against WCAG 2.0 to 2.2, levels A and AA, one line each. */
    List<String> barriers() {
        return Axe.look(page);
    }

    /** How many pixels the page sticks out at a width, for example of a phone. */
    int sticksOutAt(int width) {
        page.setViewportSize(width, 900);
        return ((Number) page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                .intValue();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
