package no.fellesdrift.sla.source;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.sla.UnknownDraft;

/**
 * Hears sources, and keeps as unknown the time in which nobody was heard. A service is unwatched while every active
 * source that watches it and is to be heard has been silent too long; one of them heard again ends it. Looking twice
 * changes nothing.
 */
class Hearing {

    @Inject
    MonitoringSources sources;

    @Inject
    Silences silences;

    @Inject
    Recorder recorder;

    /** The source is there: what was unknown because of its silence is so until now. */
    void heard(String code, Instant at) {
        heard(code, at, at);
    }

    /** The same; from {@code known} on, it has told what happened while it was not heard. */
    void heard(String code, Instant at, Instant known) {
        sources.heard(code, at);
        Set<String> services =
                new HashSet<>(sources.find(code).map(SourceView::services).orElse(List.of()));
        silences.lasting().stream()
                .filter(silence -> silence.source().equals(code) || services.contains(silence.service()))
                .forEach(silence -> end(silence, known.isBefore(at) ? known : at));
    }

    /** @return how many silences began or ended */
    int look(Instant now) {
        List<SourceView> watching = sources.all().stream()
                .filter(source -> source.active() && source.heartbeatSeconds() != null)
                .toList();
        List<Silences.Lasting> lasting = silences.lasting();
        int changed = 0;
        for (Silences.Lasting silence : lasting) {
            if (silent(watching, silence.service(), now).isEmpty()) {
                end(silence, now);
                changed++;
            }
        }
        Set<String> services = new HashSet<>();
        watching.forEach(source -> services.addAll(source.services()));
        for (String service : services.stream().sorted().toList()) {
            Optional<SourceView> last = silent(watching, service, now);
            if (last.isPresent()
                    && lasting.stream().noneMatch(silence -> silence.service().equals(service))) {
                begin(last.get(), service);
                changed++;
            }
        }
        return changed;
    }

    /** When all that watch the service are silent, the one that was heard last. */
    private static Optional<SourceView> silent(List<SourceView> watching, String service, Instant now) {
        List<SourceView> of = watching.stream()
                .filter(source -> source.services().contains(service))
                .toList();
        return of.stream().allMatch(source -> now.isAfter(source.silentFrom()))
                ? of.stream().max(Comparator.comparing(SourceView::silentFrom).thenComparing(SourceView::code))
                : Optional.empty();
    }

    private void begin(SourceView source, String service) {
        Instant from = source.silentFrom().truncatedTo(ChronoUnit.SECONDS);
        recorder.unknown(new UnknownDraft(
                Silences.KEY + service + "/" + from.getEpochSecond(),
                service,
                null,
                null,
                from,
                null,
                "Ingen kontakt med " + source.name(),
                source.code()));
    }

    /** One whose time has been told of since ends where it began: nothing of it is unknown. */
    private void end(Silences.Lasting silence, Instant at) {
        Instant to = at.truncatedTo(ChronoUnit.SECONDS);
        recorder.unknown(new UnknownDraft(
                silence.key(),
                silence.service(),
                null,
                null,
                silence.from(),
                to.isAfter(silence.from()) ? to : silence.from(),
                silence.reason(),
                silence.source()));
    }

    /** The services that nobody watches now. */
    List<String> unwatched() {
        return new ArrayList<>(silences.lasting().stream()
                .map(Silences.Lasting::service)
                .sorted()
                .toList());
    }
}
