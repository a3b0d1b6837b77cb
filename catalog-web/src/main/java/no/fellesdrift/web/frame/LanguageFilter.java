package no.fellesdrift.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** {@code ?lang=nn} on any page chooses the language for this browser; the page itself stays. */
@WebFilter("*.xhtml")
public class LanguageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // before the first parameter is read, or Faces finds it too late
        request.setCharacterEncoding("UTF-8");
        String wanted = "GET".equals(request.getMethod()) ? request.getParameter("lang") : null;
        if (wanted != null && TextBundles.LANGUAGES.contains(wanted)) {
            request.setAttribute(Language.CHOSEN, wanted);
            Cookie cookie = new Cookie(Language.COOKIE, wanted);
            cookie.setPath(request.getContextPath() + "/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            response.addCookie(cookie);
        }
        chain.doFilter(request, response);
    }
}
