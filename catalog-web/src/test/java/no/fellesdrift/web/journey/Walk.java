package no.fellesdrift.web.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One person goes to every page that links lead to from the overview, each once, and notes what is wrong with it. */
final class Walk implements AutoCloseable {

    static final int PHONE = 320;
    static final int DESK = 1280;

    private static final int OK = 200;
    private static final int HEIGHT = 900;
    private static final int PAGES_AT_MOST = 100;

    private final Visitor visitor;
    private final List<String> faults = new ArrayList<>();

    private Walk(Visitor visitor) {
        this.visitor = visitor;
    }

    static Walk as(Browser browser, String person) {
        return new Walk(Visitor.as(browser, Site.base(), person));
    }

    static Walk ofNobody(Browser browser) {
        return new Walk(Visitor.at(browser, Site.base()));
    }

    /** Does it with every address; gives back the paths it came to. */
    Set<String> everywhere(Consumer<String> look) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> queue = new ArrayDeque<>(List.of("/index.xhtml"));
        while (!queue.isEmpty()) {
            String address = queue.pop();
            if (seen.add(path(address))) {
                look.accept(address);
                queue.addAll(links());
            }
            if (seen.size() > PAGES_AT_MOST) {
                throw new IllegalStateException("More pages than anybody can look at: " + seen);
            }
        }
        return seen;
    }

    /** Opens the page in a language on a desk's screen, and looks at all that does not depend on the width. */
    void open(String address, String language) {
        visitor.speak(language);
        visitor.page.setViewportSize(DESK, HEIGHT);
        Response response = visitor.open(address);
        if (response.status() != OK) {
            faults.add(address + " answers " + response.status());
        }
        String content = visitor.page.content();
        if (content.contains("???")) {
            faults.add(address + " misses a text in " + language + ": "
                    + content.replaceAll("(?s).*?(\\?\\?\\?[^?]*\\?\\?\\?).*", "$1"));
        }
        if (!language.equals(visitor.page.locator("html").getAttribute("lang"))) {
            faults.add(address + " is not in " + language);
        }
        if (visitor.page.locator("h1").count() != 1) {
            faults.add(address + " has not one h1");
        }
        faults.addAll(visitor.complaints());
        visitor.complaints().clear();
    }

    /** Looks at the open page in this width: nothing sticks out, nothing bars anybody. */
    void at(int width) {
        int out = visitor.sticksOutAt(width);
        if (out > 0) {
            faults.add(visitor.page.url() + " sticks out " + out + " px at " + width + " px");
        }
        visitor.barriers().forEach(barrier -> faults.add(barrier + " at " + width + " px"));
    }

    List<String> faults() {
        return faults;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        List<String> all = (List<String>) visitor.page.evaluate("[...document.querySelectorAll('a[href]')]"
                + ".filter(a => a.origin === location.origin && a.pathname.endsWith('.xhtml'))"
                + ".map(a => a.pathname + a.search)");
        return all.stream().filter(link -> !link.contains("lang=")).distinct().toList();
    }

    static String path(String address) {
        return URI.create(address.replace(" ", "%20")).getPath();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
