package no.fellesdrift.web.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.fellesdrift.charge.UsageDraft;
import no.fellesdrift.sla.BackupDraft;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.MaintenanceDraft;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.RecoveryDraft;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.SampleDraft;
import no.fellesdrift.sla.TicketDraft;
import no.fellesdrift.sla.TicketPauseDraft;
import no.fellesdrift.sla.TicketPriorityChangeDraft;
import no.fellesdrift.sla.TicketReopeningDraft;
import no.fellesdrift.sla.UnknownDraft;
import no.fellesdrift.sla.ValueDraft;
import no.fellesdrift.web.sla.MeasurementRows.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of measurement reads alike as array, NDJSON and CSV, and is refused alike. */
class EveryKindTest {

    private static final Map<Class<?>, List<String>> GOOD = Map.of(
            String.class, List.of("a", "b"),
            Instant.class, List.of("2026-11-01T09:00:00Z", "2026-11-01T10:00:00+01:00"),
            LocalDate.class, List.of("2026-11-01", "2026-11-02"),
            BigDecimal.class, List.of("4.5", "-7"),
            Boolean.class, List.of("true", "false"));

    private static final Map<Class<?>, String> BAD = Map.of(
            Instant.class, "yesterday",
            LocalDate.class, "2026-02-30",
            BigDecimal.class, "much");

    @ParameterizedTest
    @ValueSource(
            classes = {
                OutageDraft.class,
                MaintenanceDraft.class,
                UnknownDraft.class,
                TicketDraft.class,
                TicketPauseDraft.class,
                TicketPriorityChangeDraft.class,
                TicketReopeningDraft.class,
                SampleDraft.class,
                BackupDraft.class,
                RecoveryDraft.class,
                ValueDraft.class,
                UsageDraft.class
            })
    <T> void reads_alike_in_every_format(Class<T> kind) {
        List<Map<String, String>> two = List.of(
                row(kind, type -> GOOD.get(type).get(0)),
                row(kind, type -> GOOD.get(type).get(1)));
        Batch<T> array = read(kind, Format.JSON, two);
        assertThat(array.unreadable()).isEmpty();
        assertThat(array.rows()).hasSize(2).extracting(Batch.Numbered::row).containsExactly(1, 2);
        assertThat(array.rows().get(0).draft()).isNotEqualTo(array.rows().get(1).draft());
        assertThat(read(kind, Format.NDJSON, two)).isEqualTo(array);
        assertThat(read(kind, Format.CSV, two)).isEqualTo(array);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OutageDraft.class,
                MaintenanceDraft.class,
                UnknownDraft.class,
                TicketDraft.class,
                TicketPauseDraft.class,
                TicketPriorityChangeDraft.class,
                TicketReopeningDraft.class,
                SampleDraft.class,
                BackupDraft.class,
                RecoveryDraft.class,
                ValueDraft.class,
                UsageDraft.class
            })
    <T> void is_refused_alike_in_every_format(Class<T> kind) {
        List<Map<String, String>> goodAndBad = List.of(
                row(kind, type -> GOOD.get(type).get(0)),
                row(kind, type -> BAD.getOrDefault(type, GOOD.get(type).get(0))));
        Batch<T> array = read(kind, Format.JSON, goodAndBad);
        assertThat(array.rows()).extracting(Batch.Numbered::row).containsExactly(1);
        List<String> bad = Arrays.stream(kind.getRecordComponents())
                .filter(component -> BAD.containsKey(component.getType()))
                .map(RecordComponent::getName)
                .toList();
        assertThat(array.unreadable()).extracting(RejectedRow::row).containsOnly(2);
        assertThat(array.unreadable()).extracting(RejectedRow::path).containsExactlyElementsOf(bad);
        assertThat(read(kind, Format.NDJSON, goodAndBad)).isEqualTo(array);
        assertThat(read(kind, Format.CSV, goodAndBad)).isEqualTo(array);
    }

    private interface Value {
        String of(Class<?> type);
    }

    /** By field; the parts of a ticket, which are lists, are left to the files that are theirs. */
    private static Map<String, String> row(Class<?> kind, Value value) {
        Map<String, String> row = new LinkedHashMap<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            if (component.getType() != List.class) {
                row.put(component.getName(), value.of(component.getType()));
            }
        }
        return row;
    }

    private static <T> Batch<T> read(Class<T> kind, Format format, List<Map<String, String>> rows) {
        String text = switch (format) {
            case JSON -> rows.stream().map(EveryKindTest::object).collect(Collectors.joining(",", "[", "]"));
            case NDJSON -> rows.stream().map(EveryKindTest::object).collect(Collectors.joining("\n"));
            case CSV ->
                String.join(",", rows.get(0).keySet()) + "\n"
                        + rows.stream()
                                .map(row -> row.values().stream()
                                        .map(EveryKindTest::yesOrNo)
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n"));
        };
        return new MeasurementRows<>(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format, kind)
                .next();
    }

    private static String object(Map<String, String> row) {
        return row.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":"
                        + (field.getValue().equals("true") || field.getValue().equals("false")
                                ? field.getValue()
                                : "\"" + field.getValue() + "\""))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String yesOrNo(String value) {
        return value.equals("true") ? "yes" : value.equals("false") ? "no" : value;
    }
}
