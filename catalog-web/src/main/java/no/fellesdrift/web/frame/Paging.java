package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Links that keep the address's filters: another page, another order, another language. Nothing of it needs a form. */
@Named
@RequestScoped
public class Paging {

    @Inject
    HttpServletRequest request;

    /** This page with one parameter changed; pages begin again when it is not the page that changes. */
    public String with(String name, Object value) {
        Map<String, String[]> parameters = query();
        if (!name.equals("lang")) {
            parameters.remove("page");
        }
        parameters.remove("lang");
        if (value == null || String.valueOf(value).isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, new String[] {String.valueOf(value)});
        }
        return href(asked(), parameters);
    }

    /** The address that the reader sees: of an error page it is that of the page that failed. */
    private String asked() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** A text as a part of an address. */
    public String part(String text) {
        return encoded(text);
    }

    public String page(int page) {
        return with("page", page == 0 ? null : page);
    }

    /** A click on the column's head: ascending, then descending. */
    public String sort(String column) {
        return with("sort", column.equals(request.getParameter("sort")) ? "-" + column : column);
    }

    /** For {@code aria-sort}; absent when the list is in another order. */
    public String sorted(String column) {
        String sort = request.getParameter("sort");
        return column.equals(sort) ? "ascending" : ("-" + column).equals(sort) ? "descending" : null;
    }

    /** The number of the last page, from 0. */
    public int last(long total, int size) {
        return (int) Math.max(0, (total - 1) / size);
    }

    /** The page numbers to offer: the first, the last and those near this one; −1 is a gap. */
    public List<Integer> pages(int page, int last) {
        List<Integer> pages = new ArrayList<>();
        int previous = -1;
        for (int number = 0; number <= last; number++) {
            if (number == 0 || number == last || Math.abs(number - page) <= 2) {
                if (number - previous > 1) {
                    pages.add(-1);
                }
                pages.add(number);
                previous = number;
            }
        }
        return pages;
    }

    /**
     * The whole list of this page as a file.
     *
     * @param list its name in the address, for example {@code people}
     * @param ending {@code csv} or {@code xlsx}
     */
    public String download(String list, String ending) {
        Map<String, String[]> parameters = query();
        parameters.remove("page");
        parameters.remove("lang");
        return href(request.getContextPath() + "/download/" + list + "." + ending, parameters);
    }

    private Map<String, String[]> query() {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> {
                if (!name.startsWith("jakarta.faces")) {
                    parameters.put(name, values);
                }
            });
        }
        return parameters;
    }

    private static String href(String page, Map<String, String[]> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .filter(value -> !value.isEmpty())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return page + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
