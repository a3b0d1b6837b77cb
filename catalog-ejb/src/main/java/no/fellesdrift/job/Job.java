package no.fellesdrift.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;

/** One piece of long work: who started it, how far it is, how it ended. */
@Entity
@Table(name = "job")
public class Job {

    /** So long may an argument of a sentence be, and all of them together ten times that. */
    private static final int LONGEST = 100;

    @Id
    @SequenceGenerator(name = "job_seq", sequenceName = "job_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_seq")
    private Long id;

    @Version
    private int version;

    @Column
    @Enumerated(EnumType.STRING)
    private JobKind kind;

    @Column
    private String subject;

    @Column
    @Enumerated(EnumType.STRING)
    private JobState state;

    /** Unique while it is set. */
    @Column
    private String busy;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_by_name")
    private String startedByName;

    @Column(name = "started_by_key")
    private String startedByKey;

    @Column
    private String roles;

    @Column
    private String language;

    @Column
    private OrgNumber organisation;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "alive_at")
    private Instant aliveAt;

    @Column
    private String runner;

    @Column
    private int attempt;

    /** Written by SQL while it runs: {@link Jobs#progress}. */
    @Column(insertable = true, updatable = false)
    private long done;

    @Column(insertable = true, updatable = false)
    private long total;

    @Column
    private String result;

    @Column
    private String failure;

    @Column(name = "failure_arguments")
    private String failureArguments;

    @Column
    private boolean seen;

    protected Job() {}

    Job(JobKind kind, String subject, Caller starter, Instant at) {
        this.kind = kind;
        this.subject = cut(subject);
        startedBy = starter.id();
        startedByName = starter.name();
        startedByKey = starter.key().orElse(null);
        roles = starter.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        language = starter.language();
        organisation = starter.organisation();
        attempt = 1;
        seen = isByMachine();
        queue(at);
    }

    /** A machine looks for itself: no page tells its person of what it does. */
    private boolean isByMachine() {
        return startedByKey != null;
    }

    private void queue(Instant at) {
        state = JobState.WAITING;
        busy = busy(kind, subject);
        queuedAt = at;
    }

    static String busy(JobKind kind, String subject) {
        return kind + "/" + cut(subject);
    }

    /** In the queue once more. @throws Rejection NOT_REPEATABLE */
    void again(Instant at) {
        step(JobState.WAITING);
        queue(at);
        attempt++;
        beganAt = null;
        endedAt = null;
        aliveAt = null;
        runner = null;
        failure = null;
        failureArguments = null;
        seen = isByMachine();
    }

    void begin(String by, Instant at) {
        step(JobState.RUNNING);
        runner = by;
        beganAt = at;
        aliveAt = at;
    }

    void succeed(List<String> figures, Instant at) {
        end(JobState.DONE, at);
        result = lines(figures);
    }

    /** @param reason the key of a sentence */
    void fail(String reason, List<String> arguments, Instant at) {
        end(JobState.FAILED, at);
        failure = reason;
        failureArguments = lines(arguments);
    }

    void breakOff(Instant at) {
        end(JobState.BROKEN_OFF, at);
    }

    private void end(JobState as, Instant at) {
        step(as);
        endedAt = at;
        busy = null;
    }

    private void step(JobState to) {
        if (!state.next().contains(to)) {
            throw new Rejection(JobReason.NOT_REPEATABLE, id);
        }
        state = to;
    }

    void see() {
        seen = true;
    }

    /** Whether this server runs it now: a job that was broken off meanwhile is no longer its own. */
    boolean isRunBy(String server) {
        return state == JobState.RUNNING && server.equals(runner);
    }

    boolean isStartedBy(Caller caller) {
        return startedBy.equals(caller.id());
    }

    JobKind kind() {
        return kind;
    }

    long id() {
        return id;
    }

    String subject() {
        return subject;
    }

    /** As they were when they started it: that was when they were asked. */
    Caller starter() {
        Set<Role> held = Arrays.stream(roles.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
        return new Caller(startedBy, startedByName, organisation, held, language, Optional.ofNullable(startedByKey));
    }

    String startedByName() {
        return startedByName;
    }

    JobState state() {
        return state;
    }

    JobView view(Caller reader) {
        return new JobView(
                id,
                kind,
                subject,
                state,
                done,
                total,
                parts(result),
                failure,
                parts(failureArguments),
                startedBy,
                startedByName,
                queuedAt,
                beganAt,
                endedAt,
                attempt,
                isStartedBy(reader),
                version);
    }

    private static String lines(List<String> all) {
        return String.join(
                "\n",
                all.stream().limit(9).map(one -> cut(one.replace('\n', ' '))).toList());
    }

    /** One a line in the database. */
    static List<String> parts(String lines) {
        return lines == null || lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
