package no.fellesdrift.sla.breach;

import java.time.LocalDate;
import java.util.List;

/** Actions of improvement plans whose day comes or has passed, and that nobody was told of yet; never empty. */
public record ActionsDue(List<Action> actions) {

    public ActionsDue {
        actions = List.copyOf(actions);
    }

    /**
     * @param breach its number
     * @param position in the breach's plan
     * @param responsible a person's id; so is {@code owner}, of the breach
     * @param overdue its day has passed
     */
    public record Action(
            String breach, int position, String responsible, String owner, LocalDate due, boolean overdue) {}
}
