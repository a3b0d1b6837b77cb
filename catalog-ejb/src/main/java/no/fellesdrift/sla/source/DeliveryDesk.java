package no.fellesdrift.sla.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.Receipt;
import org.eclipse.microprofile.config.Config;

/**
 * What sources deliver: taken by the key they come with, kept with what became of it, and taken again when the rules
 * have been mended. A delivery that cannot be understood is refused to its sender and kept all the same.
 */
@Stateless
public class DeliveryDesk {

    private static final int KEPT_DAYS = 90;

    @Inject
    MonitoringSources sources;

    @Inject
    Deliveries deliveries;

    @Inject
    Applying applying;

    @Inject
    Hearing hearing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Config config;

    // ---------------------------------------------------------------- arriving

    /**
     * A message of the source whose key this is.
     *
     * @throws Rejection NO_SOURCE_KEY, WRONG_KIND, RESTING
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public DeliveryReceipt webhook(SourceKind kind, String payload) {
        SourceView source = own();
        if (source.kind() != kind) {
            throw new Rejection(SourceReason.WRONG_KIND, source.code(), source.kind(), kind);
        }
        return take(source, "WEBHOOK", payload);
    }

    private DeliveryReceipt take(SourceView source, String way, String payload) {
        Instant now = clock.instant();
        hearing.heard(source.code(), now);
        Applying.Applied applied = applying.apply(
                source, Translation.of(payload, sources.rules(source.code()), Set.copyOf(source.services())), now);
        deliveries.add(source.code(), now, way, applied.receipt(), payload);
        if (applied.lag() != null) {
            sources.lag(source.code(), applied.lag());
        }
        return applied.receipt();
    }

    /** Of the key that is used, the source. @throws Rejection NO_SOURCE_KEY, RESTING */
    private SourceView own() {
        SourceView source = sources.of(caller.get())
                .flatMap(sources::find)
                .orElseThrow(() -> new Rejection(SourceReason.NO_SOURCE_KEY));
        if (!source.active()) {
            throw new Rejection(SourceReason.RESTING, source.code());
        }
        return source;
    }

    /** Measurements were told by the API; when it was with a source's key, the source was heard. */
    @RolesAllowed(Roles.USER)
    public void measured(Receipt receipt) {
        Optional<SourceView> source = sources.of(caller.get()).flatMap(sources::find);
        if (source.isEmpty()) {
            return;
        }
        String code = source.get().code();
        Instant now = clock.instant();
        hearing.heard(code, now);
        deliveries.add(
                code,
                now,
                "MEASUREMENTS",
                DeliveryReceipt.of(receipt.accepted(), receipt.duplicates(), receipt.rejected()),
                null);
        if (receipt.accepted() > 0) {
            sources.latestLag(code).ifPresent(lag -> sources.lag(code, lag));
        }
    }

    /**
     * The source is there and has nothing to tell.
     *
     * @throws Rejection NO_SOURCE_KEY when the key is another source's, UNKNOWN_SOURCE, RESTING
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public void heartbeat(String code) {
        SourceView source = sources.find(code).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_SOURCE, code));
        if (!sources.of(caller.get()).equals(Optional.of(code))) {
            throw new Rejection(SourceReason.NO_SOURCE_KEY);
        }
        if (!source.active()) {
            throw new Rejection(SourceReason.RESTING, code);
        }
        hearing.heard(code, clock.instant());
    }

    // ---------------------------------------------------------------- looking

    /** Newest first. @throws Rejection UNKNOWN_SOURCE */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public Paged<DeliveryView> list(String code, Optional<DeliveryOutcome> outcome, PageRequest page) {
        known(code);
        return deliveries.page(code, outcome, page);
    }

    /** Hands out the same one by one, for a file. @throws Rejection UNKNOWN_SOURCE */
    @RolesAllowed(Roles.PROVIDER_STAFF)
    public void forEach(String code, Optional<DeliveryOutcome> outcome, Consumer<DeliveryView> each) {
        known(code);
        deliveries.forEach(code, outcome, each);
    }

    private SourceView known(String code) {
        return sources.find(code).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_SOURCE, code));
    }

    /**
     * What would become of an event.
     *
     * @param event as it is read by the rules
     * @param outage what would be kept; null when nothing new, or when it cannot be used
     */
    public record Trial(no.fellesdrift.sla.source.Event event, OutageDraft outage) {}

    /** What would become of a message, by the rules as they are now; nothing is kept. @throws Rejection UNKNOWN_SOURCE */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public List<Trial> tryOut(String code, String payload) {
        SourceView source = known(code);
        Instant now = clock.instant();
        return Translation.of(payload, sources.rules(code), Set.copyOf(source.services())).stream()
                .map(event -> new Trial(
                        event,
                        event.usable() ? applying.outage(source, event, now).orElse(null) : null))
                .toList();
    }

    /**
     * Takes a delivery again that was rejected, wholly or in part, by the rules as they are now.
     *
     * @throws Rejection UNKNOWN_DELIVERY, NOT_REJECTED, PAYLOAD_CUT
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.ADMINISTRATOR})
    public DeliveryReceipt again(String code, long id) {
        DeliveryView delivery = deliveries
                .find(id)
                .filter(found -> found.source().equals(code))
                .orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_DELIVERY, id));
        boolean rejected =
                delivery.outcome() == DeliveryOutcome.REJECTED || delivery.outcome() == DeliveryOutcome.PARTLY;
        if (!rejected || delivery.payload() == null || delivery.way().equals("MEASUREMENTS")) {
            throw new Rejection(SourceReason.NOT_REJECTED);
        }
        if (delivery.payload().length() >= Deliveries.LONGEST_PAYLOAD) {
            throw new Rejection(SourceReason.PAYLOAD_CUT);
        }
        SourceView source = known(code);
        Instant now = clock.instant();
        Applying.Applied applied = applying.apply(
                source, Translation.of(delivery.payload(), sources.rules(code), Set.copyOf(source.services())), now);
        if (applied.receipt().outcome() != DeliveryOutcome.REJECTED) {
            deliveries.takenAgain(id);
            deliveries.add(code, now, "AGAIN", applied.receipt(), delivery.payload());
        }
        happened.fire(new Happened(
                "sla.take-again",
                "MonitoringSource",
                code,
                null,
                delivery.outcome().name(),
                applied.receipt().outcome().name(),
                null));
        return applied.receipt();
    }

    /** Forgets what arrived longer ago than it is kept. */
    @RolesAllowed(Roles.SYSTEM)
    public int forgetOld() {
        int days = config.getOptionalValue("fellesdrift.deliveries.days", Integer.class)
                .orElse(KEPT_DAYS);
        return deliveries.forget(clock.instant().minus(Duration.ofDays(days)));
    }

    /** Looks who has not been heard in time, and who has again. */
    @RolesAllowed(Roles.SYSTEM)
    public int watch() {
        return hearing.look(clock.instant());
    }
}
