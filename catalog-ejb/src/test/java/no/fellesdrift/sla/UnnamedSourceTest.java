package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnnamedSourceTest {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "imported", Set.of("import"),
            "told", Set.of("monitor"),
            "told by two", Set.of("monitor", "other"),
            "both", Set.of("import", "monitor"));

    private static String of(String key, String source, String fact) {
        return new UnnamedSource(Optional.ofNullable(key), KNOWN).of(source, fact);
    }

    @Test
    void what_names_its_source_is_from_there() {
        assertThat(of("monitor", "probe", "imported")).isEqualTo("probe");
        assertThat(of(null, "probe", "told")).isEqualTo("probe");
    }

    @Test
    void what_is_new_is_from_the_key_or_an_import() {
        assertThat(of("monitor", null, "new")).isEqualTo("monitor");
        assertThat(of(null, " ", "new")).isEqualTo("import");
        assertThat(of("monitor", null, null)).isEqualTo("monitor");
    }

    @Test
    void a_key_takes_up_what_was_imported_and_never_another_keys() {
        assertThat(of("monitor", null, "imported")).isEqualTo("import");
        assertThat(of("other", null, "told")).isEqualTo("other");
        assertThat(of("monitor", null, "both")).isEqualTo("monitor");
    }

    @Test
    void an_upload_takes_up_what_a_single_key_told() {
        assertThat(of(null, null, "told")).isEqualTo("monitor");
        assertThat(of(null, null, "told by two")).isEqualTo("import");
        assertThat(of(null, null, "both")).isEqualTo("import");
    }
}
