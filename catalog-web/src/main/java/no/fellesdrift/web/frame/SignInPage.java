package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signing in by name and password; in demo mode also as one of the demo people, without a password. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    SecurityContext security;

    @Inject
    Messages messages;

    @Inject
    Product product;

    private String user;
    private String password;
    private String from;

    public void signIn() throws IOException {
        authenticate(new UsernamePasswordCredential(user, password));
    }

    /** Only the demo's sign-in offers it, and the identity store knows such people in demo mode only. */
    public void signInAs(String person) throws IOException {
        if (product.isDemo()) {
            authenticate(new CallerOnlyCredential(person));
        }
    }

    private void authenticate(Credential credential) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(credential).newAuthentication(true));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + target(from));
            context.responseComplete();
        } else if (status == AuthenticationStatus.SEND_CONTINUE) {
            context.responseComplete();
        } else {
            messages.error("frame.sign-in.wrong");
        }
    }

    /** Where the person wanted to go, when that is a page of ours; else the overview. */
    static String target(String from) {
        boolean ours = from != null
                && from.startsWith("/")
                && !from.startsWith("//")
                && !from.contains("\\")
                && !from.startsWith("/sign-in")
                && from.chars().noneMatch(Character::isISOControl);
        return ours ? from : "/index.xhtml";
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
