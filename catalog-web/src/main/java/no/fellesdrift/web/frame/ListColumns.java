package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.party.ColumnDesk;

/**
 * Which columns of a list the reader wants: {@code class="table rows #{listColumns.css('orders', columns)}"} on the
 * table, {@code list="orders" columns="#{columns}"} on its {@code fd:paging}. The columns are the text keys of their
 * headings, in the table's order with a comma between; the first is always shown, the others are known by the last part
 * of their key. A column that is put away is hidden by its place, so that the table itself needs no conditions.
 */
@Named
@RequestScoped
public class ListColumns {

    @Inject
    ColumnDesk desk;

    @Inject
    Texts t;

    private final Map<String, Set<String>> hidden = new HashMap<>();

    /** A column that can be put away. */
    public record Column(String name, String label, boolean shown) {}

    public List<Column> all(String list, String columns) {
        Set<String> away = hidden(list);
        List<Column> all = new ArrayList<>();
        String[] keys = keys(columns);
        for (int i = 1; i < keys.length; i++) {
            all.add(new Column(name(keys[i]), t.get(keys[i]), !away.contains(name(keys[i]))));
        }
        return all;
    }

    /** Classes that hide what is put away: {@code hide-3} for the third column. */
    public String css(String list, String columns) {
        Set<String> away = hidden(list);
        StringBuilder css = new StringBuilder();
        String[] keys = keys(columns);
        for (int i = 1; i < keys.length; i++) {
            if (away.contains(name(keys[i]))) {
                css.append(" hide-").append(i + 1);
            }
        }
        return css.toString();
    }

    public boolean someHidden(String list, String columns) {
        return !css(list, columns).isEmpty();
    }

    /** {@code 5/8}: how many columns are shown, of how many. */
    public String shown(String list, String columns) {
        List<Column> all = all(list, columns);
        return all.stream().filter(Column::shown).count() + 1 + "/" + (all.size() + 1);
    }

    private Set<String> hidden(String list) {
        return hidden.computeIfAbsent(list, desk::hidden);
    }

    private static String[] keys(String columns) {
        return columns.strip().split("\\s*,\\s*", -1);
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
