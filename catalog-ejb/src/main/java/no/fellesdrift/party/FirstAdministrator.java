package no.fellesdrift.party;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import org.eclipse.microprofile.config.Config;

/**
 * The way in to an empty installation: whoever can read the log, or set the configuration, makes the first
 * administrator with a one-time code. No desk: there is nobody yet whose role could be judged, so the code is the gate.
 * The door closes for good when there is an administrator.
 */
@Singleton
@Lock(LockType.READ)
@PermitAll
public class FirstAdministrator {

    private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());
    private static final int ATTEMPTS = 20;

    @Inject
    Persons people;

    @Inject
    Organisations organisations;

    @Inject
    Passwords passwords;

    @Inject
    SignIn signIn;

    @Inject
    Clock clock;

    @Inject
    Config config;

    @Inject
    Event<Happened> happened;

    private String code;
    private int failed;

    /** Whether the door is open: nobody is administrator, and this is no demo. */
    public boolean isNeeded() {
        return !signIn.isDemo() && people.administrators(today()) == 0;
    }

    /** At start: prints the code, unless configuration gives one or there is an administrator. */
    public void announce() {
        if (isNeeded()) {
            boolean configured = configured().isPresent();
            LOG.log(
                    Level.WARNING,
                    configured
                            ? "First administrator: open /first-start.xhtml with the code of fellesdrift.first-start.code"
                            : "First administrator: open /first-start.xhtml with the one-time code " + code());
        }
    }

    /**
     * Makes the first administrator, and the provider's organisation when there is none.
     *
     * @throws Rejection WRONG_CODE, ADMINISTRATOR_EXISTS, PASSWORD_TOO_SHORT
     */
    public void make(@Valid FirstAdministratorDraft draft) {
        if (!isNeeded()) {
            throw new Rejection(PartyReason.ADMINISTRATOR_EXISTS);
        }
        mustKnowCode(draft.code());
        Organisation provider = organisations.find(draft.organisation()).orElseGet(() -> {
            Organisation made = new Organisation(
                    draft.organisation(), draft.shortName(), draft.organisationName(), OrganisationRole.PROVIDER);
            organisations.add(made);
            return made;
        });
        Person person = new Person(draft.id());
        person.change(
                new PersonDraft(
                        draft.id(),
                        draft.name(),
                        draft.email(),
                        draft.organisation(),
                        Set.of(Role.ADMINISTRATOR),
                        draft.language(),
                        today(),
                        null),
                provider);
        person.password(passwords.hash(draft.password()));
        people.add(person);
        code = null;
        happened.fire(new Happened(
                "party.first", "Person", draft.id(), draft.organisation(), null, Role.ADMINISTRATOR.name(), null));
    }

    private synchronized void mustKnowCode(String given) {
        if (failed >= ATTEMPTS || !Secrets.same(configured().orElseGet(this::code), given.strip())) {
            failed++;
            throw new Rejection(PartyReason.WRONG_CODE);
        }
    }

    private synchronized String code() {
        if (code == null) {
            code = Secrets.readable();
        }
        return code;
    }

    private Optional<String> configured() {
        return config.getOptionalValue("fellesdrift.first-start.code", String.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
