package no.fellesdrift.web.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of other rooms' pages. */
@ApplicationScoped
class Links {

    @Inject
    ServletContext context;

    /** @param query pairs of name and value; values that are absent or empty are left out */
    String to(String page, String... query) {
        StringBuilder address = new StringBuilder(context.getContextPath()).append(page);
        char before = '?';
        for (int i = 0; i < query.length; i += 2) {
            if (query[i + 1] != null && !query[i + 1].isEmpty()) {
                address.append(before)
                        .append(query[i])
                        .append('=')
                        .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
                before = '&';
            }
        }
        return address.toString();
    }
}
