package no.fellesdrift.sla.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Roles;

/**
 * Asks the sources that are asked: which is due, what it answers, what comes of it. The question runs between two
 * transactions; another server leaves the source alone meanwhile.
 */
@Stateless
public class PullDesk {

    /** Prometheus gives no more than 11 000 samples of a series at once. */
    private static final int MOST_SAMPLES = 5_000;

    /** So far behind now: what is younger may still be on its way. */
    private static final Duration SETTLES = Duration.ofSeconds(30);

    /** As long as a question may last, and longer. */
    private static final Duration CLAIMED = Duration.ofMinutes(2);

    /** After the first failure, the second …; the last for all that follow. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    private static final int LONGEST_PROBLEM = 400;

    @Inject
    MonitoringSources sources;

    @Inject
    Deliveries deliveries;

    @Inject
    Hearing hearing;

    @Inject
    Pulling pulling;

    @Inject
    Asker asker;

    @Inject
    Clock clock;

    /**
     * What is to be asked.
     *
     * @param from the first sample's second
     * @param to the end, exclusive: one step after the last sample
     */
    public record Question(String code, String baseUrl, String query, long from, long to, long step) {}

    /** The source that has been due longest, claimed; empty when none is. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Question> next() {
        Instant now = clock.instant();
        Optional<SourceView> due = sources.due(now).flatMap(sources::find);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        SourceView source = due.get();
        sources.claim(source.code(), now.plus(CLAIMED));
        long step = source.stepSeconds();
        long from = Math.floorDiv(source.pulledUntil().getEpochSecond(), step) * step;
        long settled = now.minus(SETTLES).getEpochSecond();
        long to = Math.min(Math.floorDiv(settled, step) * step, from + MOST_SAMPLES * step);
        return Optional.of(
                new Question(source.code(), source.baseUrl(), source.query(), from, Math.max(from, to), step));
    }

    /** Asks, and keeps what comes of it, or why nothing did. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String ask(Question question) throws Unanswered {
        if (question.to() <= question.from()) {
            return "";
        }
        try {
            return asker.ask(
                    question.code(),
                    question.baseUrl(),
                    question.query(),
                    question.from(),
                    question.to() - question.step(),
                    question.step());
        } catch (Asker.NoAnswer e) {
            throw new Unanswered(e.getMessage(), e);
        }
    }

    /** The source did not answer as it should. */
    public static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** What was answered becomes facts, and the source is asked on from there. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void answered(Question question, String answer) {
        Instant now = clock.instant();
        Instant due = now.plusSeconds(Math.max(60, question.step()));
        if (answer.isEmpty()) {
            sources.pulled(question.code(), Instant.ofEpochSecond(question.from()), due);
            return;
        }
        SourceView source = sources.find(question.code()).orElseThrow();
        List<Samples.Series> series;
        try {
            series = Samples.read(answer, question.from(), question.to(), question.step());
        } catch (IllegalArgumentException e) {
            failed(question, e.getMessage());
            return;
        }
        hearing.heard(source.code(), now, Instant.ofEpochSecond(question.from()));
        DeliveryReceipt receipt = pulling.take(source, series, question.from(), question.to());
        if (receipt.outcome() != DeliveryOutcome.DUPLICATE) {
            deliveries.add(source.code(), now, "PULL", receipt, null);
        }
        sources.lag(source.code(), now.getEpochSecond() - question.to());
        boolean behind = question.to() + MOST_SAMPLES * question.step() < now.getEpochSecond();
        sources.pulled(source.code(), Instant.ofEpochSecond(question.to()), behind ? now : due);
    }

    /** Tried again after a pause that grows; nothing is skipped. */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(Question question, String why) {
        int failures = sources.find(question.code()).orElseThrow().pullFailures();
        Duration pause = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        String problem = why == null ? "" : why;
        sources.notPulled(
                question.code(),
                problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM),
                clock.instant().plus(pause));
    }
}
