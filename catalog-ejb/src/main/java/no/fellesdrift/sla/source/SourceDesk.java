package no.fellesdrift.sla.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.KeyDesk;

/**
 * Monitoring sources: set up and changed by the service-level manager and the administrator, read by the provider. Where
 * a Prometheus is asked is for the administrator alone to say, since the server goes there by itself.
 */
@Stateless
public class SourceDesk {

    @Inject
    MonitoringSources sources;

    @Inject
    Hearing hearing;

    @Inject
    KeyDesk keys;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** By name. */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public List<SourceView> list() {
        return sources.all();
    }

    /** The sources that are silent now, for the health of the whole. */
    @RolesAllowed(Roles.SYSTEM)
    public List<SourceView> silent() {
        return sources.all().stream()
                .filter(source -> source.state() == SourceState.SILENT)
                .toList();
    }

    /** Codes of the services that are not known of now, because nobody who watches them is heard. */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public List<String> unwatched() {
        return hearing.unwatched();
    }

    /** @throws Rejection UNKNOWN_SOURCE */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public SourceView one(String code) {
        return sources.find(code).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_SOURCE, code));
    }

    /** How its messages are read. @throws Rejection UNKNOWN_SOURCE */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public List<FieldRule> rules(String code) {
        one(code);
        return sources.rules(code);
    }

    /** @throws Rejection SOURCE_EXISTS, ONLY_ADMINISTRATOR, SOURCE_WRONG with the fields */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public SourceView add(@Valid SourceDraft draft) {
        notByItsOwnKey();
        if (sources.find(draft.code()).isPresent()) {
            throw new Rejection(SourceReason.SOURCE_EXISTS, draft.code());
        }
        check(draft, null);
        sources.add(draft, clock.instant());
        fire("add-source", draft.code(), null, draft.kind().name());
        return one(draft.code());
    }

    /** @throws Rejection UNKNOWN_SOURCE, STALE, ONLY_ADMINISTRATOR, SOURCE_WRONG with the fields */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public SourceView change(int version, @Valid SourceDraft draft) {
        notByItsOwnKey();
        SourceView before = one(draft.code());
        check(draft, before);
        boolean active = !Boolean.FALSE.equals(draft.active());
        boolean begins = active && (!before.active() || before.heartbeatSeconds() == null);
        sources.change(draft, version, begins, clock.instant());
        // what it no longer watches, or need not be heard for, is no longer unknown because of it
        hearing.look(clock.instant());
        SourceView now = one(draft.code());
        fire("change-source", draft.code(), told(before), told(now));
        return now;
    }

    /** @throws Rejection UNKNOWN_SOURCE, STALE, SOURCE_WRONG with the fields */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public List<FieldRule> changeRules(String code, List<FieldRule> rules) {
        notByItsOwnKey();
        one(code);
        List<Violation> wrong = new ArrayList<>();
        for (FieldRule rule : rules) {
            if (!rule.isReadable()) {
                wrong.add(Violation.of(rule.field().name(), "sla.source.row.RULE"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(SourceReason.SOURCE_WRONG, wrong);
        }
        sources.rules(code, rules);
        fire("change-rules", code, null, null);
        return sources.rules(code);
    }

    /**
     * A new key for the source; the one from before opens nothing any more.
     *
     * @return the key itself, told this once
     * @throws Rejection UNKNOWN_SOURCE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public String newKey(String code) {
        notByItsOwnKey();
        SourceView source = one(code);
        KeyDesk.NewKey made = keys.forSource(code, source.keyId());
        sources.key(code, made.key().id());
        fire("source-key", code, null, null);
        return made.secret();
    }

    /** A source's key tells measurements; it does not set up sources. */
    private void notByItsOwnKey() {
        if (sources.of(caller.get()).isPresent()) {
            throw new Rejection(SourceReason.NO_SOURCE_KEY);
        }
    }

    private void check(SourceDraft draft, SourceView before) {
        List<Violation> wrong = new ArrayList<>();
        sources.unknown(draft.services())
                .forEach(service -> wrong.add(Violation.of("services", "sla.row.UNKNOWN_SERVICE", service)));
        if (before != null && before.kind() != draft.kind()) {
            wrong.add(Violation.of("kind", "sla.source.row.KIND_STAYS"));
        }
        if (draft.kind() == SourceKind.PROMETHEUS) {
            if (!isAddress(draft.baseUrl())) {
                wrong.add(Violation.of("baseUrl", "sla.source.row.ADDRESS"));
            }
            if (draft.query() == null || draft.query().isBlank()) {
                wrong.add(Violation.of("query", "sla.row.MISSING"));
            }
            if (draft.stepSeconds() == null) {
                wrong.add(Violation.of("stepSeconds", "sla.row.MISSING"));
            }
        } else if (draft.baseUrl() != null && !draft.baseUrl().isBlank()) {
            wrong.add(Violation.of("baseUrl", "sla.source.row.NO_ADDRESS"));
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(SourceReason.SOURCE_WRONG, wrong);
        }
        if (!caller.get().has(Role.ADMINISTRATOR)
                && !Objects.equals(blank(draft.baseUrl()), before == null ? null : before.baseUrl())) {
            throw new Rejection(SourceReason.ONLY_ADMINISTRATOR);
        }
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** An absolute http or https address with a host, without user, query or fragment. */
    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text == null ? "" : text.strip());
            return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String told(SourceView source) {
        return source.name() + "; " + (source.active() ? "ACTIVE" : "RESTING") + "; " + source.heartbeatSeconds()
                + " s; " + String.join(" ", source.services())
                + (source.baseUrl() == null ? "" : "; " + source.baseUrl());
    }

    private void fire(String verb, String code, String from, String to) {
        happened.fire(new Happened("sla." + verb, "MonitoringSource", code, null, from, to, null));
    }
}
