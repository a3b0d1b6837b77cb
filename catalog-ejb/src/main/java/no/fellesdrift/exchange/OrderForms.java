package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The questions of an order form and their options. */
final class OrderForms {

    private static final Set<String> TYPES =
            Set.of("text", "number", "choice", "several", "date", "person", "organisation_unit", "file");
    private static final Set<String> MEMBERS = Set.of(
            "code",
            "type",
            "required",
            "label",
            "options",
            "pattern",
            "multiline",
            "max_length",
            "minimum",
            "maximum",
            "unit",
            "accept",
            "max_bytes",
            "visible_when");
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private OrderForms() {}

    static void check(Row row, Faults faults) {
        List<Object> questions = JsonTree.array(row.get("questions"));
        if (questions.isEmpty()) {
            faults.add(row, "questions", FaultKind.REQUIRED);
        }
        Set<String> before = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            check(row, "questions[" + i + "]", JsonTree.object(questions.get(i)), before, faults);
        }
    }

    private static void check(Row row, String path, Map<String, Object> question, Set<String> before, Faults faults) {
        for (String member : question.keySet()) {
            if (!MEMBERS.contains(member)) {
                faults.add(row, path + "." + member, FaultKind.COLUMN_UNKNOWN, member);
            }
        }
        try {
            Object code = Column.code("code").type().read(String.valueOf(question.getOrDefault("code", "")));
            if (!before.add(String.valueOf(code))) {
                faults.add(row, path + ".code", FaultKind.DUPLICATE, code, row.line());
            }
        } catch (BadField e) {
            faults.add(row, path + ".code", e.kind(), e.arguments());
        }
        String type = String.valueOf(question.get("type"));
        if (!TYPES.contains(type)) {
            faults.add(
                    row,
                    path + ".type",
                    FaultKind.CHOICE,
                    type,
                    TYPES.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!(question.get("required") instanceof Boolean)) {
            faults.add(row, path + ".required", FaultKind.JSON_TYPE, "required");
        }
        texts(row, path + ".label", question.get("label"), faults);
        List<Object> options = JsonTree.array(question.get("options"));
        boolean chosen = type.equals("choice") || type.equals("several");
        if (chosen && options.isEmpty()) {
            faults.add(row, path + ".options", FaultKind.REQUIRED);
        } else if (!chosen && !options.isEmpty()) {
            faults.add(row, path + ".options", FaultKind.MUST_BE_EMPTY);
        }
        Set<Object> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            Map<String, Object> option = JsonTree.object(options.get(i));
            texts(row, path + ".options[" + i + "]", option, faults);
            if (!(option.get("value") instanceof String value) || value.isBlank()) {
                faults.add(row, path + ".options[" + i + "].value", FaultKind.REQUIRED);
            } else if (!values.add(value)) {
                faults.add(row, path + ".options[" + i + "].value", FaultKind.DUPLICATE, value, row.line());
            }
        }
        if (question.get("pattern") != null) {
            try {
                Pattern.compile(String.valueOf(question.get("pattern")));
            } catch (PatternSyntaxException e) {
                faults.add(row, path + ".pattern", FaultKind.CODE, question.get("pattern"));
            }
        }
        if (question.get("visible_when") != null) {
            Object other = JsonTree.object(question.get("visible_when")).get("question");
            if (other == null || !before.contains(String.valueOf(other)) || other.equals(question.get("code"))) {
                faults.add(row, path + ".visible_when.question", FaultKind.UNKNOWN_REFERENCE, other);
            }
        }
    }

    private static void texts(Row row, String path, Object texts, Faults faults) {
        for (String language : LANGUAGES) {
            if (!(JsonTree.object(texts).get(language) instanceof String text) || text.isBlank()) {
                faults.add(row, path + "." + language, FaultKind.REQUIRED);
            } else if (text.length() > 300) {
                faults.add(row, path + "." + language, FaultKind.TOO_LONG, 300);
            }
        }
    }

    static void store(List<Row> rows, Store store) throws SQLException {
        List<Long> forms =
                store.insert("order_form", true, rows.stream().map(Row::stored).toList());
        List<Map<String, Object>> questions = new ArrayList<>();
        List<Object> optionsOfEach = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int position = 1;
            for (Object one : JsonTree.array(rows.get(i).get("questions"))) {
                Map<String, Object> question = JsonTree.object(one);
                questions.add(question(forms.get(i), position++, question));
                optionsOfEach.add(question.get("options"));
            }
        }
        List<Long> ids = store.insert("order_form_question", true, questions);
        List<Map<String, Object>> options = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int position = 1;
            for (Object one : JsonTree.array(optionsOfEach.get(i))) {
                Map<String, Object> option = JsonTree.object(one);
                Map<String, Object> stored = new LinkedHashMap<>();
                stored.put("question_id", ids.get(i));
                stored.put("position", position++);
                stored.put("option_value", option.get("value"));
                labels(stored, option);
                options.add(stored);
            }
        }
        store.insert("order_form_option", true, options);
    }

    private static Map<String, Object> question(long form, int position, Map<String, Object> question) {
        Map<String, Object> visible = JsonTree.object(question.get("visible_when"));
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("order_form_id", form);
        stored.put("position", position);
        stored.put("code", question.get("code"));
        stored.put("type", Column.constant(String.valueOf(question.get("type"))));
        stored.put("required", question.get("required"));
        labels(stored, JsonTree.object(question.get("label")));
        stored.put("unit", question.get("unit"));
        stored.put("pattern", question.get("pattern"));
        stored.put("multiline", Boolean.TRUE.equals(question.get("multiline")));
        stored.put("max_length", question.get("max_length") instanceof BigDecimal n ? n.intValue() : null);
        stored.put("minimum", question.get("minimum"));
        stored.put("maximum", question.get("maximum"));
        stored.put("max_bytes", question.get("max_bytes") instanceof BigDecimal n ? n.longValue() : null);
        List<Object> accept = JsonTree.array(question.get("accept"));
        stored.put(
                "accept",
                accept.isEmpty() ? null : accept.stream().map(String::valueOf).collect(Collectors.joining(",")));
        stored.put("visible_when_question", visible.get("question"));
        stored.put("visible_when_equals", visible.get("equals"));
        return stored;
    }

    private static void labels(Map<String, Object> stored, Map<String, Object> texts) {
        LANGUAGES.forEach(language -> stored.put("label_" + language, texts.get(language)));
    }
}
