package no.fellesdrift.sla.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The examples of every kind of computation, as collected from the public tests of other products. */
class CalculationVectorsTest {

    private static final Path FILE =
            Path.of(System.getProperty("shared.dir", "../../shared"), "vectors", "service-level-examples.json");

    @Test
    void every_example_of_the_service_level_vectors_comes_out() {
        assumeTrue(Files.exists(FILE), "The service-level examples are not here (" + FILE + "): skipped.");
        Input file = JsonTrees.read(FILE);
        List<String> wrong = new ArrayList<>();
        for (Input vector : file.get("vectors").list()) {
            Object answer = Calculations.answer(vector);
            BigDecimal tolerance =
                    vector.has("tolerance") ? vector.get("tolerance").number() : BigDecimal.ZERO;
            Object expected = ((Map<?, ?>) vectorTree(vector)).get("expected");
            if (!same(answer, expected, tolerance)) {
                wrong.add(vector.get("id").text() + ": " + answer + " instead of " + expected);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_kind_that_the_file_describes_is_built() {
        assumeTrue(Files.exists(FILE), "The service-level examples are not here (" + FILE + "): skipped.");
        assertThat(Calculations.kinds())
                .containsExactlyInAnyOrderElementsOf(
                        JsonTrees.read(FILE).get("kinds").names());
    }

    private static Object vectorTree(Input vector) {
        return vector.value();
    }

    private static boolean same(Object answer, Object expected, BigDecimal tolerance) {
        if (answer instanceof BigDecimal number && expected instanceof BigDecimal wanted) {
            return number.subtract(wanted).abs().compareTo(tolerance) <= 0;
        }
        if (answer instanceof List<?> list && expected instanceof List<?> wanted) {
            if (list.size() != wanted.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!same(list.get(i), wanted.get(i), tolerance)) {
                    return false;
                }
            }
            return true;
        }
        if (answer instanceof Map<?, ?> map && expected instanceof Map<?, ?> wanted) {
            return map.keySet().equals(wanted.keySet())
                    && map.keySet().stream().allMatch(name -> same(map.get(name), wanted.get(name), tolerance));
        }
        return Objects.equals(answer, expected);
    }
}
