package no.fellesdrift.party;

import jakarta.enterprise.context.RequestScoped;
import no.fellesdrift.kernel.Caller;

/** Who makes this request. Set once by the sign-in of pages or API; what no one has signed in for runs as the system. */
@RequestScoped
public class CurrentCaller {

    private Caller caller = Caller.SYSTEM;

    public Caller get() {
        return caller;
    }

    public void set(Caller caller) {
        this.caller = caller;
    }

    /** For tests and timers. */
    public static CurrentCaller of(Caller caller) {
        CurrentCaller current = new CurrentCaller();
        current.set(caller);
        return current;
    }
}
