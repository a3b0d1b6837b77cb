package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Caller;

/** The reader's language: chosen on this machine, else the person's, else the browser's, else bokmål. */
@Named
@RequestScoped
public class Language {

    static final String COOKIE = "language";
    static final String CHOSEN = "no.fellesdrift.language";

    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

    @Inject
    HttpServletRequest request;

    private String code;

    /** {@code nb}, {@code nn} or {@code en}. */
    public String code() {
        if (code == null) {
            code = chosen(request).or(this::persons).or(this::browsers).orElse("nb");
        }
        return code;
    }

    public String getCode() {
        return code();
    }

    public Locale getLocale() {
        return TextBundles.locale(code());
    }

    public List<String> getAll() {
        return TextBundles.LANGUAGES;
    }

    /** What the reader has chosen with this request or with one before it; no parameter of the request is read. */
    public static Optional<String> chosen(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof String now) {
            return Optional.of(now);
        }
        if ("GET".equals(request.getMethod()) && request.getQueryString() != null) {
            Matcher asked = ASKED.matcher(request.getQueryString());
            if (asked.find() && TextBundles.LANGUAGES.contains(asked.group(1))) {
                return Optional.of(asked.group(1));
            }
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(TextBundles.LANGUAGES::contains)
                        .findFirst();
    }

    private Optional<String> persons() {
        return Me.reader(request).map(Caller::language).filter(TextBundles.LANGUAGES::contains);
    }

    private Optional<String> browsers() {
        return ofBrowser(
                request.getHeader("Accept-Language") == null
                        ? Collections.emptyList()
                        : Collections.list(request.getLocales()));
    }

    /** The first of the browser's languages that we have; plain Norwegian and our neighbours' read bokmål. */
    static Optional<String> ofBrowser(List<Locale> wanted) {
        return wanted.stream()
                .map(locale -> switch (locale.getLanguage()) {
                    case "nb", "no", "da", "sv" -> "nb";
                    case "nn" -> "nn";
                    case "en" -> "en";
                    default -> "";
                })
                .filter(found -> !found.isEmpty())
                .findFirst();
    }
}
