package no.fellesdrift.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;

/**
 * The query parameters of every list: {@code page} from 0, {@code size} from 1 to 1000, {@code sort} with field names
 * and a leading {@code -} for descending. A resource takes it as {@code @BeanParam Paging paging}. The fields carry no
 * OpenAPI annotations: Payara's scanner fails on those in a class without a path, {@link Described} adds what they say.
 */
public class Paging {

    private static final int DEFAULT_SIZE = 50;

    @QueryParam("page")
    private String page;

    @QueryParam("size")
    private String size;

    @QueryParam("sort")
    private String sort;

    /**
     * @param sortable the field names that the list can be sorted by
     * @throws Rejection INVALID, naming each parameter that is wrong
     */
    public PageRequest request(String... sortable) {
        List<Violation> violations = new ArrayList<>();
        int wantedPage = number("page", page, 0, 0, Integer.MAX_VALUE / PageRequest.MAX_SIZE, violations);
        int wantedSize = number("size", size, DEFAULT_SIZE, 1, PageRequest.MAX_SIZE, violations);
        List<String> fields = sort == null || sort.isBlank()
                ? List.of()
                : Arrays.stream(sort.split(",")).map(String::strip).toList();
        for (String field : fields) {
            if (!List.of(sortable).contains(field.startsWith("-") ? field.substring(1) : field)) {
                violations.add(Violation.of("sort", "api.wrong.sort", field, String.join(", ", sortable)));
            }
        }
        if (!violations.isEmpty()) {
            throw new Rejection(ApiReason.WRONG_PARAMETERS, violations);
        }
        return new PageRequest(wantedPage, wantedSize, fields);
    }

    private static int number(String name, String text, int absent, int least, int most, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number that is out of range
        }
        violations.add(Violation.of(name, "api.wrong.range", text, least, most));
        return absent;
    }

    /** For tests. */
    static Paging of(String page, String size, String sort) {
        Paging paging = new Paging();
        paging.page = page;
        paging.size = size;
        paging.sort = sort;
        return paging;
    }
}
