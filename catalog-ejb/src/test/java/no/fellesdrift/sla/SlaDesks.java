package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Heard;

/** Desks of the room with their parts put in by hand. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class SlaDesks {

    private SlaDesks() {}

    static LevelDesk levels(EntityManager em, Caller caller, String now) {
        LevelDesk desk = new LevelDesk();
        desk.levels = new ServiceLevels();
        desk.levels.em = em;
        desk.facts = new EvaluatedFacts();
        desk.facts.em = em;
        desk.samples = new SampleHours();
        desk.samples.em = em;
        desk.results = new SlaResults();
        desk.results.em = em;
        desk.lists = new ResultLists();
        desk.lists.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        desk.happened = new Heard<>();
        desk.evaluated = new Heard<>();
        return desk;
    }

    static MeasurementDesk measurements(EntityManager em, Caller caller, String now) {
        MeasurementDesk desk = new MeasurementDesk();
        desk.facts = new Facts();
        desk.facts.em = em;
        desk.lists = new FactLists();
        desk.lists.em = em;
        desk.intake = intake(em, caller, now);
        desk.caller = CurrentCaller.of(caller);
        return desk;
    }

    static ReadingDesk readings(EntityManager em, Caller caller, String now) {
        ReadingDesk desk = new ReadingDesk();
        desk.intake = intake(em, caller, now);
        desk.hours = new SampleHours();
        desk.hours.em = em;
        desk.lists = new FactLists();
        desk.lists.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return desk;
    }

    private static Intake intake(EntityManager em, Caller caller, String now) {
        Intake intake = new Intake();
        intake.facts = new Facts();
        intake.facts.em = em;
        intake.caller = CurrentCaller.of(caller);
        intake.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        intake.happened = new Heard<>();
        return intake;
    }

    static ExclusionDesk exclusions(EntityManager em, Caller caller, String now) {
        ExclusionDesk desk = new ExclusionDesk();
        desk.exclusions = new Exclusions();
        desk.exclusions.em = em;
        desk.facts = new Facts();
        desk.facts.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        desk.happened = new Heard<>();
        return desk;
    }
}
