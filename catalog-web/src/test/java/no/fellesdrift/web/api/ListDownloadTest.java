package no.fellesdrift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Download.Column;
import org.junit.jupiter.api.Test;

class ListDownloadTest {

    private static final Download<Integer> FILE =
            new Download<>("numbers", List.of(new Column<>("number", (Integer number) -> number)));

    private final List<PageRequest> asked = new ArrayList<>();

    @Test
    void a_list_longer_than_a_page_is_written_whole_and_in_order_page_by_page() throws IOException {
        List<String> lines = written(2500);
        assertThat(lines).hasSize(2501);
        assertThat(lines.get(0)).isEqualTo("number");
        assertThat(lines.get(1)).isEqualTo("0");
        assertThat(lines.get(2500)).isEqualTo("2499");
        assertThat(asked).extracting(PageRequest::page).containsExactly(0, 1, 2);
    }

    @Test
    void a_list_that_just_fills_a_page_is_asked_for_once() throws IOException {
        assertThat(written(1000)).hasSize(1001);
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_empty_list_is_its_headings() throws IOException {
        assertThat(written(0)).containsExactly("number");
    }

    private List<String> written(int rows) throws IOException {
        Function<PageRequest, Paged<Integer>> list = request -> {
            asked.add(request);
            int from = (int) request.offset();
            return Paged.of(
                    IntStream.range(from, Math.min(rows, from + request.size()))
                            .boxed()
                            .toList(),
                    request,
                    rows);
        };
        Paged<Integer> first = list.apply(PageRequest.first(PageRequest.MAX_SIZE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FILE.write(Download.CSV, ListDownload.rows(list, first, List.of()), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
