package no.fellesdrift.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.web.frame.TimelineEntry;

/** What happened to a thing, for {@code fd:history} at the end of its page: who, what, when, from and to. */
@Named
@RequestScoped
public class Histories {

    private static final int SHOWN = 50;

    @Inject
    AuditDesk desk;

    @Inject
    AuditWords words;

    /** @param subject the thing, or several of the same type; newest first */
    public List<TimelineEntry> of(String type, Object subject) {
        Stream<?> subjects = subject instanceof Collection<?> several ? several.stream() : Stream.of(subject);
        return subjects.flatMap(one -> desk.history(type, one.toString()).stream())
                .sorted(Comparator.comparing(AuditEntry::at).reversed())
                .limit(SHOWN)
                .map(entry -> new TimelineEntry(
                        entry.at(),
                        entry.key() == null ? entry.callerName() : entry.callerName() + ", " + entry.key(),
                        words.what(entry),
                        words.from(entry),
                        words.to(entry),
                        entry.note()))
                .toList();
    }
}
