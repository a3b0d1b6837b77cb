package no.fellesdrift.web.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser's session without the browser: one of the demo's people, signed in by the form of the sign-in page. */
public final class SignedIn {

    private final RunningSystem system = RunningSystem.get();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private SignedIn() {}

    /** @param person for example {@code ra-best} */
    public static SignedIn as(String person) {
        SignedIn browser = new SignedIn();
        String page = browser.get("sign-in.xhtml").body();
        String form = page.substring(page.indexOf("id=\"people\""));
        String button =
                attribute(match(form, "<button[^>]*data-person=\"" + Pattern.quote(person) + "\"[^>]*>"), "name");
        StringBuilder body =
                new StringBuilder("people=people&").append(encoded(button)).append("=");
        Matcher hidden = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>").matcher(form);
        while (hidden.find()) {
            if (hidden.group().contains("name=")) {
                body.append('&')
                        .append(encoded(attribute(hidden.group(), "name")))
                        .append('=')
                        .append(encoded(hidden.group().contains("value=") ? attribute(hidden.group(), "value") : ""));
            }
        }
        browser.send(HttpRequest.newBuilder(browser.system.baseUri().resolve("sign-in.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(system.baseUri().resolve(path)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String attribute(String element, String name) {
        return match(element, " " + name + "=\"([^\"]*)\"");
    }

    private static String match(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(matcher.groupCount());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
