package no.fellesdrift.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.ApiKeyDraft;
import no.fellesdrift.party.ApiKeyState;
import no.fellesdrift.party.ApiKeyView;
import no.fellesdrift.party.KeyDesk;
import no.fellesdrift.party.KeyFilter;
import no.fellesdrift.party.Scopes;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.Messages;

/** The keys of machines: made, shown once, revoked. */
@Named
@ViewScoped
public class KeysPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;

    @Inject
    KeyDesk desk;

    @Inject
    Messages messages;

    @Inject
    transient Clock clock;

    private transient Paged<ApiKeyView> keys;
    private transient KeyFilter filter;
    private transient PageRequest page;
    private String name;
    private String person;
    private String organisation;
    private List<String> chosen = new ArrayList<>();
    private String scope = Scopes.ALL;
    private LocalDate expires;
    private String secret;

    @PostConstruct
    void load() {
        expires = LocalDate.now(clock).plusYears(1);
        Asked asked =
                new Asked(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
        filter = filter(asked);
        page = new PageRequest(asked.page(), SIZE, asked.sort());
    }

    /** What the whole list of an address is narrowed to. */
    static KeyFilter filter(Asked asked) {
        return new KeyFilter(asked.text("q"), asked.choice("state", ApiKeyState.class));
    }

    public void create() {
        Instant until =
                expires == null ? null : expires.atStartOfDay(clock.getZone()).toInstant();
        secret = desk.create(new ApiKeyDraft(
                        name,
                        organisation == null ? null : OrgNumber.of(organisation),
                        person,
                        Access.roles(chosen),
                        Set.of(scope),
                        until))
                .secret();
        keys = null;
        name = null;
        person = null;
        organisation = null;
        chosen = new ArrayList<>();
        scope = Scopes.ALL;
    }

    public void revoke(long id, String revoked) {
        desk.revoke(id);
        keys = null;
        secret = null;
        messages.done("party.key.revoked", revoked);
    }

    public Paged<ApiKeyView> getKeys() {
        if (keys == null) {
            keys = desk.keys(filter, page);
        }
        return keys;
    }

    public boolean isFiltered() {
        return !filter.equals(KeyFilter.ALL);
    }

    public String getQ() {
        return filter.q().orElse("");
    }

    public String getState() {
        return filter.state().map(Enum::name).orElse("");
    }

    public ApiKeyState[] getStates() {
        return ApiKeyState.values();
    }

    public String getSecret() {
        return secret;
    }

    public List<String> getScopes() {
        return Stream.concat(
                        Stream.of(Scopes.ALL, Scopes.READ),
                        Scopes.AREAS.stream().flatMap(area -> Stream.of(area, area + ":read")))
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public LocalDate getExpires() {
        return expires;
    }

    public void setExpires(LocalDate expires) {
        this.expires = expires;
    }
}
