package no.fellesdrift.web.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.fellesdrift.audit.CurrentRequest;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.SignIn;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Problem;
import no.fellesdrift.web.api.ScopeFilter;
import no.fellesdrift.web.frame.Language;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.RequestLog;

/** The one authentication mechanism: settles who asks before anything else of a request runs. */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {

    /** The session attribute that holds the person's id. */
    static final String PERSON = "no.fellesdrift.person";

    /** Pages for which nobody signs in; everything that is no page is open here or judged by itself. */
    private static final Pattern OPEN = Pattern.compile(
            "/(sign-in|first-start|accessibility)\\.xhtml|/error/.*|/(resources|jakarta\\.faces\\.resource)/.*");

    private static final String API = "/api/";
    private static final String CALENDAR = "/api/v1/maintenance.ics";

    @Inject
    SignIn signIn;

    @Inject
    CurrentCaller current;

    @Inject
    CurrentRequest currentRequest;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        long start = System.nanoTime();
        currentRequest.set(RequestLog.name(request, response));
        String path = path(request);
        try {
            AuthenticationStatus status = path.startsWith(API)
                    ? machine(request, response, context)
                    : person(path, request, response, context);
            boolean endsHere = status != AuthenticationStatus.SUCCESS && status != AuthenticationStatus.NOT_DONE;
            if (endsHere && !context.isAuthenticationRequest()) {
                // no filter will see this request, the one that writes its line neither
                RequestLog.write(request, response.getStatus(), start, "-", "-");
            }
            return status;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus machine(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        Optional<SignIn.Bearer> bearer =
                bearer(request).or(() -> inAddress(request)).flatMap(signIn::withKey);
        if (bearer.isEmpty()) {
            refuse(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Caller caller = bearer.get().caller();
        request.setAttribute(ScopeFilter.SCOPES, bearer.get().scopes());
        return let(
                Languages.wanted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .map(language -> speaking(caller, language))
                        .orElse(caller),
                context);
    }

    private static Caller speaking(Caller caller, String language) {
        return new Caller(caller.id(), caller.name(), caller.organisation(), caller.roles(), language, caller.key());
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip()).filter(key -> !key.isEmpty() && key.length() <= 200)
                : Optional.empty();
    }

    /** Calendar programs know an address and nothing else: for the calendar alone the key may stand there. */
    private static Optional<String> inAddress(HttpServletRequest request) {
        return path(request).equals(CALENDAR) && "GET".equals(request.getMethod())
                ? Optional.ofNullable(request.getParameter("key")).filter(key -> key.length() <= 200)
                : Optional.empty();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language =
                Languages.wanted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse("nb");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fellesdrift\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setContentType(Problem.MEDIA_TYPE);
        Json.write(Problem.of(401, language, RequestLog.idOf(request)), language, response.getOutputStream());
    }

    private AuthenticationStatus person(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() != null) {
            return signInWith(context.getAuthParameters().getCredential(), request, context);
        }
        HttpSession session = request.getSession(false);
        Optional<Caller> caller = session == null || isStatic(path)
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(PERSON)).flatMap(signIn::person);
        if (caller.isPresent()) {
            // names that a desk looks up are in the language of the page around them
            return let(
                    Language.chosen(request)
                            .map(language -> speaking(caller.get(), language))
                            .orElse(caller.get()),
                    context);
        }
        if (isPage(path) && !OPEN.matcher(path).matches()) {
            response.sendRedirect(request.getContextPath() + "/sign-in.xhtml" + backTo(path, request));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.doNothing();
    }

    /** The sign-in page asks for it; from then on the session is the person's. */
    private AuthenticationStatus signInWith(
            Credential credential, HttpServletRequest request, HttpMessageContext context) {
        Optional<Caller> caller = Optional.empty();
        if (credential instanceof UsernamePasswordCredential typed) {
            caller = signIn.withPassword(typed.getCaller(), typed.getPasswordAsString());
        } else if (credential instanceof CallerOnlyCredential chosen) {
            caller = signIn.asDemoPerson(chosen.getCaller());
        }
        if (caller.isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        request.getSession(true);
        // a session that somebody else may have planted gets a name they do not know
        request.changeSessionId();
        request.getSession().setAttribute(PERSON, caller.get().id());
        return let(caller.get(), context);
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/");
    }

    /** Pages and downloads for people; addresses without a dot are served by our own servlets. */
    private static boolean isPage(String path) {
        return path.equals("/") || path.endsWith(".xhtml") || path.startsWith("/download/");
    }

    private static String backTo(String path, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        // a form that was sent after the session had ended: back to the page that it stands on
        String from = "GET".equals(request.getMethod()) ? path + query : referring(request, path);
        return from.equals("/") || from.equals("/index.xhtml")
                ? ""
                : "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    /** Path and query of the page that sent the form, when it is the page the form goes to. */
    private static String referring(HttpServletRequest request, String path) {
        String referrer = request.getHeader("Referer");
        int query = referrer == null ? -1 : referrer.indexOf('?');
        return query >= 0 && referrer.substring(0, query).endsWith(request.getContextPath() + path)
                ? path + referrer.substring(query)
                : path;
    }

    private AuthenticationStatus let(Caller caller, HttpMessageContext context) {
        current.set(caller);
        context.getRequest().setAttribute(Me.READER, caller);
        Set<String> groups = caller.roles().stream()
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .collect(Collectors.toSet());
        groups.add(Roles.USER);
        if (caller.roles().stream().anyMatch(Role::isProviderStaff)) {
            groups.add(Roles.PROVIDER_STAFF);
        }
        return context.notifyContainerAboutLogin(new CallerPrincipal(caller.id()), groups);
    }

    private static String path(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }
}
