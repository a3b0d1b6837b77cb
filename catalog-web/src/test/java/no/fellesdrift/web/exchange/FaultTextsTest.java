package no.fellesdrift.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.fellesdrift.exchange.FaultKind;
import no.fellesdrift.web.frame.TextBundles;
import org.junit.jupiter.api.Test;

class FaultTextsTest {

    @Test
    void every_fault_has_a_sentence_in_three_languages() {
        for (String language : TextBundles.LANGUAGES) {
            for (FaultKind kind : FaultKind.values()) {
                assertThat(TextBundles.text(language, kind.key(), "a", "b", "c"))
                        .doesNotContain("???")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void a_fault_reads_as_a_sentence() {
        assertThat(TextBundles.text(
                        "nb",
                        FaultKind.OVERLAP.key(),
                        List.of("2026-10-15", "2").toArray()))
                .isEqualTo("Perioden fra 2026-10-15 overlapper perioden på linje 2.");
    }
}
