package no.fellesdrift.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what is wrong: the first {@value #KEPT} with all they say, of the rest only how many. */
final class Faults {

    static final int KEPT = 500;

    private final List<Fault> kept = new ArrayList<>();
    private final int most;
    private int more;

    Faults() {
        this(KEPT);
    }

    private Faults(int most) {
        this.most = most;
    }

    /** Keeps every one. */
    static Faults all() {
        return new Faults(Integer.MAX_VALUE);
    }

    void add(String file, long line, String column, FaultKind kind, Object... arguments) {
        if (kept.size() < most) {
            kept.add(new Fault(
                    file,
                    line,
                    column,
                    kind,
                    Arrays.stream(arguments).map(String::valueOf).toList()));
        } else {
            more++;
        }
    }

    void add(Row row, String column, FaultKind kind, Object... arguments) {
        add(row.file(), row.line(column), row.path(column), kind, arguments);
    }

    /** Of the whole row. */
    void add(Row row, FaultKind kind, Object... arguments) {
        add(row.file(), row.line(), "", kind, arguments);
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    int count() {
        return kept.size() + more;
    }

    int more() {
        return more;
    }

    List<Fault> kept() {
        return List.copyOf(kept);
    }
}
