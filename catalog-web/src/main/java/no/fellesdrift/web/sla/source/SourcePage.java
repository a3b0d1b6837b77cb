package no.fellesdrift.web.sla.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.sla.source.DeliveryOutcome;
import no.fellesdrift.sla.source.DeliveryReceipt;
import no.fellesdrift.sla.source.DeliveryView;
import no.fellesdrift.sla.source.FieldRule;
import no.fellesdrift.sla.source.SourceDesk;
import no.fellesdrift.sla.source.SourceDraft;
import no.fellesdrift.sla.source.SourceField;
import no.fellesdrift.sla.source.SourceKind;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.sla.source.SourceView;
import no.fellesdrift.web.frame.AddressReason;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** One source: what it is, how its messages are read, what it delivered; without {@code code} a new one. */
@Named
@ViewScoped
public class SourcePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;

    @Inject
    transient SourceDesk desk;

    @Inject
    transient DeliveryDesk deliveries;

    @Inject
    transient Messages messages;

    @Inject
    transient Texts t;

    @Inject
    transient Me me;

    private String code;
    private String newCode;
    private int version;
    private String name;
    private SourceKind kind = SourceKind.API;
    private Integer heartbeat = 300;
    private boolean active = true;
    private List<String> services = new ArrayList<>();
    private String baseUrl;
    private String query;
    private Integer step;
    private List<Rule> rules = new ArrayList<>();
    private String payload;
    private String outcome;
    private int page;
    private transient String secret;
    private transient List<DeliveryDesk.Trial> trials;
    private transient SourceView source;
    private transient Paged<DeliveryView> list;

    /** A rule as it is typed. */
    public static class Rule implements Serializable {

        private static final long serialVersionUID = 1L;

        private final SourceField field;
        private String pointer;
        private String meanings;
        private String otherwise;

        Rule(FieldRule rule) {
            field = rule.field();
            pointer = rule.pointer();
            meanings = rule.meanings();
            otherwise = rule.otherwise();
        }

        FieldRule rule() {
            return new FieldRule(field, pointer, meanings, otherwise);
        }

        public SourceField getField() {
            return field;
        }

        public String getPointer() {
            return pointer;
        }

        public void setPointer(String pointer) {
            this.pointer = pointer;
        }

        public String getMeanings() {
            return meanings;
        }

        public void setMeanings(String meanings) {
            this.meanings = meanings;
        }

        public String getOtherwise() {
            return otherwise;
        }

        public void setOtherwise(String otherwise) {
            this.otherwise = otherwise;
        }
    }

    public void open() {
        if (isNew()) {
            if (!isChangeable()) {
                throw new Rejection(SourceReason.ONLY_PROVIDER);
            }
        } else {
            shown(desk.one(code));
            rules = new ArrayList<>(desk.rules(code).stream().map(Rule::new).toList());
        }
    }

    private void shown(SourceView now) {
        source = now;
        version = now.version();
        name = now.name();
        kind = now.kind();
        heartbeat = now.heartbeatSeconds();
        active = now.active();
        services = new ArrayList<>(now.services());
        baseUrl = now.baseUrl();
        query = now.query();
        step = now.stepSeconds();
    }

    private SourceDraft draft(String of) {
        boolean asked = kind == SourceKind.PROMETHEUS;
        return new SourceDraft(
                of,
                name,
                kind,
                heartbeat,
                active,
                Set.copyOf(services),
                asked && baseUrl != null && !baseUrl.isBlank() ? baseUrl.strip() : null,
                asked ? query : null,
                asked ? step : null);
    }

    public String add() {
        SourceView made = desk.add(draft(newCode));
        messages.done("sla.source.did.add", made.name());
        return "source?faces-redirect=true&code=" + made.code();
    }

    public void save() {
        shown(desk.change(version, draft(code)));
        messages.done("sla.source.did.change", name);
    }

    public void saveRules() {
        rules = new ArrayList<>(
                desk.changeRules(code, rules.stream().map(Rule::rule).toList()).stream()
                        .map(Rule::new)
                        .toList());
        messages.done("sla.source.did.rules");
    }

    public void newKey() {
        secret = desk.newKey(code);
        source = null;
    }

    public void tryOut() {
        trials = deliveries.tryOut(code, payload == null ? "" : payload);
    }

    public void again(long id) {
        DeliveryReceipt receipt = deliveries.again(code, id);
        list = null;
        if (receipt.outcome() == DeliveryOutcome.REJECTED) {
            messages.warn("sla.source.did.not-again");
        } else {
            messages.done("sla.source.did.again", receipt.accepted());
        }
    }

    /** What is wrong, in words. */
    public String problem(RejectedRow row) {
        return (row.path().isEmpty() ? "" : field(row.path()) + ": ")
                + t.of(row.key(), row.arguments().toArray());
    }

    /** A field by its name in the mapping, where it has one. */
    private String field(String path) {
        String key = "sla.source.field." + path;
        return t.containsKey(key) ? t.get(key) : path;
    }

    static Optional<DeliveryOutcome> outcome(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(DeliveryOutcome.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Rejection(AddressReason.NO_CHOICE, text)));
    }

    public Paged<DeliveryView> getList() {
        if (list == null) {
            list = deliveries.list(code, outcome(outcome), new PageRequest(Math.max(0, page), SIZE, List.of()));
        }
        return list;
    }

    public DeliveryOutcome[] getOutcomes() {
        return DeliveryOutcome.values();
    }

    public boolean isAgain(DeliveryView delivery) {
        return isChangeable()
                && delivery.payload() != null
                && !delivery.way().equals("MEASUREMENTS")
                && (delivery.outcome() == DeliveryOutcome.REJECTED || delivery.outcome() == DeliveryOutcome.PARTLY);
    }

    public String outcomeKind(DeliveryOutcome one) {
        return switch (one) {
            case ACCEPTED, TAKEN_AGAIN -> "ok";
            case DUPLICATE -> "info";
            case PARTLY -> "warn";
            case REJECTED -> "bad";
        };
    }

    public boolean isNew() {
        return code == null || code.isBlank();
    }

    public boolean isChangeable() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,ADMINISTRATOR");
    }

    public boolean isAdministrator() {
        return me.has("ADMINISTRATOR");
    }

    public SourceView getSource() {
        if (source == null && !isNew()) {
            source = desk.one(code);
        }
        return source;
    }

    public SourceKind[] getKinds() {
        return SourceKind.values();
    }

    public List<Rule> getRules() {
        return rules;
    }

    public List<DeliveryDesk.Trial> getTrials() {
        return trials;
    }

    public String getSecret() {
        return secret;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNewCode() {
        return newCode;
    }

    public void setNewCode(String newCode) {
        this.newCode = newCode;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public SourceKind getKind() {
        return kind;
    }

    public void setKind(SourceKind kind) {
        this.kind = kind;
    }

    public Integer getHeartbeat() {
        return heartbeat;
    }

    public void setHeartbeat(Integer heartbeat) {
        this.heartbeat = heartbeat;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getServices() {
        return services;
    }

    public void setServices(List<String> services) {
        this.services = services;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public Integer getStep() {
        return step;
    }

    public void setStep(Integer step) {
        this.step = step;
    }

    public String getPayload() {
        return payload;
    }

    public void setPayload(String payload) {
        this.payload = payload;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
