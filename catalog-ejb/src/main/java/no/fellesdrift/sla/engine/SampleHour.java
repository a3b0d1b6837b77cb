package no.fellesdrift.sla.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One hour of samples of one metric, with nothing lost that a level can ask for: how often each value came in each five
 * minutes, and every up or down probe as runs at an even pace. Any threshold and any percentile is exact from it, also
 * one that is agreed later; adding samples in another order or in other portions gives the same hour.
 */
public final class SampleHour {

    /** Seconds of an hour. */
    public static final int HOUR = 3_600;

    /** Seconds of the parts that are kept apart, so that agreed time may begin and end within an hour. */
    public static final int SLOT = 300;

    private static final int SLOTS = HOUR / SLOT;

    /** A probe: how many said up and how many down in the same second. */
    public record Probe(long up, long down) {
        Probe plus(Probe other) {
            return new Probe(up + other.up, down + other.down);
        }
    }

    private final long start;
    /** Values of the samples that did not fail. */
    private final List<NavigableMap<BigDecimal, Long>> values = new ArrayList<>(SLOTS);

    private final NavigableMap<Integer, Probe> probes = new TreeMap<>();

    /** @param start epoch second at which the hour begins */
    public SampleHour(long start) {
        if (Math.floorMod(start, HOUR) != 0) {
            throw new IllegalArgumentException("No hour begins at " + start);
        }
        this.start = start;
        for (int slot = 0; slot < SLOTS; slot++) {
            values.add(new TreeMap<>());
        }
    }

    /** The epoch second at which the hour of an instant begins. */
    public static long startOf(long second) {
        return second - Math.floorMod(second, HOUR);
    }

    public long start() {
        return start;
    }

    /**
     * @param second epoch second within the hour
     * @param value null for a mere probe; that of a failed sample says nothing
     * @param ok null when the sample does not say
     */
    public void add(long second, BigDecimal value, Boolean ok) {
        int offset = Math.toIntExact(second - start);
        if (ok != null) {
            probes.merge(offset, ok ? new Probe(1, 0) : new Probe(0, 1), Probe::plus);
        }
        if (value != null && !Boolean.FALSE.equals(ok)) {
            values.get(offset / SLOT).merge(plain(value), 1L, Long::sum);
        }
    }

    public void add(SampleHour other) {
        for (int slot = 0; slot < SLOTS; slot++) {
            NavigableMap<BigDecimal, Long> mine = values.get(slot);
            other.values.get(slot).forEach((value, count) -> mine.merge(value, count, Long::sum));
        }
        other.probes.forEach((offset, probe) -> probes.merge(offset, probe, Probe::plus));
    }

    /** How often each value came in the five minutes that begin there. */
    public NavigableMap<BigDecimal, Long> values(long slotStart) {
        return values.get(Math.toIntExact(slotStart - start) / SLOT);
    }

    /** Failed probes in {@code [from, to)}. */
    public long failed(long from, long to) {
        return within(from, to).values().stream().mapToLong(Probe::down).sum();
    }

    /** Probes in {@code [from, to)} by epoch second less the hour's start. */
    public NavigableMap<Integer, Probe> within(long from, long to) {
        return probes.subMap(
                Math.toIntExact(Math.max(0, from - start)), true, Math.toIntExact(Math.min(HOUR, to - start)), false);
    }

    /** Samples that gave a value and did not fail. */
    public long valued() {
        return values.stream()
                .flatMap(slot -> slot.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Samples that said whether the service was up. */
    public long probed() {
        return probes.values().stream()
                .mapToLong(probe -> probe.up() + probe.down())
                .sum();
    }

    /** Those of them that said it was not. */
    public long failed() {
        return probes.values().stream().mapToLong(Probe::down).sum();
    }

    /** Of all values. */
    public BigDecimal total() {
        return values.stream()
                .flatMap(slot -> slot.entrySet().stream())
                .map(entry -> entry.getKey().multiply(BigDecimal.valueOf(entry.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The highest value; null without any. */
    public BigDecimal highest() {
        return values.stream()
                .filter(slot -> !slot.isEmpty())
                .map(NavigableMap::lastKey)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    // ------------------------------------------------------------------------------------------------- as text

    /**
     * {@code <slot>:<value>=<count>,…;…|<runs>}, where a run is {@code +<second>} or {@code -<second>}, repeated as
     * {@code /<step>*<times>}. Equal hours have equal texts.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (!values.get(slot).isEmpty()) {
                text.append(text.isEmpty() ? "" : ";").append(slot).append(':');
                String between = "";
                for (Map.Entry<BigDecimal, Long> entry : values.get(slot).entrySet()) {
                    text.append(between).append(entry.getKey().toPlainString());
                    if (entry.getValue() > 1) {
                        text.append('=').append(entry.getValue());
                    }
                    between = ",";
                }
            }
        }
        text.append('|');
        runs(text);
        return text.toString();
    }

    private void runs(StringBuilder text) {
        int size = Math.toIntExact(probes.values().stream()
                .mapToLong(probe -> probe.up() + probe.down())
                .sum());
        int[] at = new int[size];
        boolean[] up = new boolean[size];
        int next = 0;
        for (Map.Entry<Integer, Probe> entry : probes.entrySet()) {
            for (long i = 0; i < entry.getValue().up() + entry.getValue().down(); i++) {
                at[next] = entry.getKey();
                up[next++] = i < entry.getValue().up();
            }
        }
        for (int i = 0; i < size; ) {
            int step = i + 1 < size && up[i + 1] == up[i] ? at[i + 1] - at[i] : 0;
            int end = i + 1;
            while (end < size && up[end] == up[i] && at[end] - at[end - 1] == step) {
                end++;
            }
            text.append(i == 0 ? "" : ",").append(up[i] ? '+' : '-').append(at[i]);
            if (end - i > 1) {
                text.append('/').append(step).append('*').append(end - i);
            }
            i = end;
        }
    }

    /** Reads what {@link #text()} wrote. */
    public static SampleHour of(long start, String text) {
        SampleHour hour = new SampleHour(start);
        int bar = text.indexOf('|');
        for (String slot : parts(text.substring(0, bar), ';')) {
            int colon = slot.indexOf(':');
            NavigableMap<BigDecimal, Long> values = hour.values.get(Integer.parseInt(slot.substring(0, colon)));
            for (String entry : parts(slot.substring(colon + 1), ',')) {
                int equals = entry.indexOf('=');
                values.put(
                        plain(new BigDecimal(equals < 0 ? entry : entry.substring(0, equals))),
                        equals < 0 ? 1L : Long.parseLong(entry.substring(equals + 1)));
            }
        }
        for (String run : parts(text.substring(bar + 1), ',')) {
            int slash = run.indexOf('/');
            int star = run.indexOf('*');
            int at = Integer.parseInt(run.substring(1, slash < 0 ? run.length() : slash));
            int step = slash < 0 ? 0 : Integer.parseInt(run.substring(slash + 1, star));
            int times = slash < 0 ? 1 : Integer.parseInt(run.substring(star + 1));
            Probe one = run.charAt(0) == '+' ? new Probe(1, 0) : new Probe(0, 1);
            for (int i = 0; i < times; i++) {
                hour.probes.merge(at + i * step, one, Probe::plus);
            }
        }
        return hour;
    }

    private static List<String> parts(String text, char separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(String.valueOf(separator), -1));
    }

    /** Equal numbers are one value, however many zeros they were written with. */
    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
