package no.fellesdrift.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.order.ItemKind;
import no.fellesdrift.order.OrderDraft;
import no.fellesdrift.order.OrderReason;

/**
 * An order as a machine sends it.
 *
 * @param submit sends it to approval at once; otherwise it stays a draft
 */
public record OrderBody(AgreementNumber agreement, String reference, List<Line> lines, Boolean submit) {

    /** @param answers by question: a text, a number, several texts, or a file {@code {name, mediaType, content}} */
    public record Line(
            ItemKind kind,
            LineNumber line,
            OfferingCode offering,
            BigDecimal quantity,
            LocalDate wantedDate,
            Map<String, Object> answers) {}

    OrderDraft draft() {
        List<OrderDraft.Line> drafts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        List<Line> given = lines == null ? List.of() : lines;
        for (int i = 0; i < given.size(); i++) {
            Line line = given.get(i);
            if (line == null) {
                violations.add(Violation.of("lines[" + i + "]", "order.wrong.required"));
            } else {
                drafts.add(draft(line, "lines[" + i + "].answers.", violations));
            }
        }
        if (!violations.isEmpty()) {
            throw new Rejection(OrderReason.INVALID, violations);
        }
        return new OrderDraft(agreement, reference, drafts, Boolean.TRUE.equals(submit));
    }

    private static OrderDraft.Line draft(Line line, String path, List<Violation> violations) {
        Map<String, List<String>> answers = new HashMap<>();
        Map<String, OrderDraft.FileDraft> files = new HashMap<>();
        if (line.answers() != null) {
            line.answers().forEach((question, value) -> {
                if (value instanceof Map<?, ?> file) {
                    try {
                        files.put(question, file(file));
                    } catch (IllegalArgumentException unreadable) {
                        violations.add(Violation.of(path + question, "order.wrong.file"));
                    }
                } else if (value instanceof Collection<?> several) {
                    answers.put(question, several.stream().map(OrderBody::text).toList());
                } else if (value != null) {
                    answers.put(question, List.of(text(value)));
                }
            });
        }
        return new OrderDraft.Line(
                line.kind(), line.line(), line.offering(), line.quantity(), line.wantedDate(), answers, files);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static OrderDraft.FileDraft file(Map<?, ?> file) {
        if (!(file.get("name") instanceof String name)
                || !(file.get("mediaType") instanceof String mediaType)
                || !(file.get("content") instanceof String content)
                || name.isBlank()
                || name.length() > 200) {
            throw new IllegalArgumentException("not a file");
        }
        return new OrderDraft.FileDraft(name, mediaType, Base64.getDecoder().decode(content));
    }
}
