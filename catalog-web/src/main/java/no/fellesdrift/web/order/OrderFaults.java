package no.fellesdrift.web.order;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Locale;
import no.fellesdrift.catalogue.OrderFormView.Question;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.web.frame.Texts;

/** What is wrong with an order, beside its field on the order form. */
final class OrderFaults {

    private OrderFaults() {}

    /** Every wrong field beside itself and in the summary; what is not about a field stands in the summary alone. */
    static void show(Rejection rejection, List<Question> questions, Texts t) {
        for (Violation violation : rejection.violations()) {
            String path = violation.path().substring(violation.path().lastIndexOf('.') + 1);
            String field = null;
            String label = "";
            for (int i = 0; i < questions.size(); i++) {
                if (questions.get(i).code().equals(path)) {
                    field = "form:questions:" + i + ":" + fieldOf(questions.get(i));
                    label = t.in(questions.get(i).label());
                }
            }
            if (path.equals("quantity")) {
                field = "form:quantity";
                label = t.get("order.form.quantity");
            } else if (path.equals("wantedDate")) {
                field = "form:wanted";
                label = t.get("order.form.wanted");
            }
            String sentence = t.of(violation.key(), violation.arguments().toArray());
            FacesContext.getCurrentInstance()
                    .addMessage(
                            field,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_ERROR,
                                    label.isEmpty() ? sentence : label + ": " + sentence,
                                    null));
        }
    }

    /** The id of the field in the page. */
    private static String fieldOf(Question question) {
        return question.multiline() ? "textarea" : question.type().name().toLowerCase(Locale.ROOT);
    }
}
