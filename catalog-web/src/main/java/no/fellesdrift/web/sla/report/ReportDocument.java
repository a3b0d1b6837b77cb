package no.fellesdrift.web.sla.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.report.LineAnswer;
import no.fellesdrift.sla.report.ReportLineView;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.web.frame.TextBundles;
import no.fellesdrift.web.frame.Written;
import no.fellesdrift.web.sla.Figures;
import no.fellesdrift.web.sla.Reasons;
import no.fellesdrift.web.sla.Weeks;

/**
 * A service report as one document, in a language: the figures, what was said of them, and for each level that was not
 * met the working of its figure, interval by interval.
 */
final class ReportDocument {

    private static final int DAY_AND_MONTH = 6;
    private static final int WEEKDAYS = 7;

    private final ReportView report;
    private final List<ExplanationView> annex;
    private final String language;
    private final Xhtml page = new Xhtml();

    private ReportDocument(ReportView report, List<ExplanationView> annex, String language) {
        this.report = report;
        this.annex = annex;
        this.language = language;
    }

    /** @param annex the workings that are printed, in their order */
    static String of(ReportView report, List<ExplanationView> annex, String language) {
        return new ReportDocument(report, annex, language).written();
    }

    private String written() {
        String title = t(report.correction() ? "sla.report.one.correction" : "sla.report.one", month());
        page.open("html", "lang", language)
                .open("head")
                .element("title", report.number() + " " + title)
                .open("meta name=\"subject\"", "content", report.organisationName())
                .close("meta")
                .open("meta name=\"author\"", "content", t("frame.product"))
                .close("meta")
                .open("style")
                .text(style())
                .close("style");
        bookmarks();
        page.close("head").open("body");
        page.element("h1", title);
        page.element(
                "p",
                "class",
                "lead",
                report.organisationName() + " · " + report.number() + " · " + t("sla.ReportState." + report.state()));
        facts();
        if (report.remark() != null) {
            page.element("h2", t("sla.report.said")).paragraphs(report.remark());
        }
        page.element("h2", "id", "lines", report.correction() ? t("sla.report.changed") : t("sla.report.lines"));
        lines();
        disputes();
        who();
        if (!annex.isEmpty()) {
            page.element("h2", "id", "annex", t("sla.report.annex")).element("p", t("sla.report.annex.text"));
            annex.forEach(this::explanation);
        }
        return page.close("body").close("html").toString();
    }

    private void bookmarks() {
        page.open("bookmarks");
        bookmark("lines", report.correction() ? t("sla.report.changed") : t("sla.report.lines"));
        bookmark("who", t("sla.report.who"));
        if (!annex.isEmpty()) {
            bookmark("annex", t("sla.report.annex"));
        }
        page.close("bookmarks");
    }

    private void bookmark(String target, String name) {
        page.open("bookmark href=\"#" + target + "\"", "name", name).close("bookmark");
    }

    private void facts() {
        List<String[]> rows = new ArrayList<>();
        rows.add(row("sla.report.met", of(report.getMet(), report.getMet() + report.getBreached())));
        if (report.getUnjudged() > 0) {
            rows.add(row("sla.report.pdf.unjudged", Written.number(language, report.getUnjudged())));
        }
        if (report.published() != null) {
            rows.add(row(
                    "sla.report.answered",
                    of(report.getAnswerCount(), report.lines().size())));
            rows.add(row(
                    "sla.report.due",
                    Written.date(language, report.answerDue()) + ". " + t("sla.report.silence." + report.silence())));
        }
        if (report.silentAt() != null
                && report.getAnswerCount() < report.lines().size()) {
            rows.add(row("sla.report.silent", Written.instant(language, report.silentAt())));
        }
        if (report.corrects() != null) {
            rows.add(row("sla.report.corrects", report.corrects()));
        }
        page.pairs(rows);
    }

    private void lines() {
        page.open("table", "class", "lines levels")
                .head(
                        t("sla.column.level"),
                        t("sla.column.target"),
                        t("sla.column.delivered"),
                        t("sla.status"),
                        t("sla.report.column.answer"))
                .open("tbody");
        for (ReportLineView line : report.lines()) {
            ResultView result = line.result();
            page.open("tr").open("th", "scope", "row").text(called(result));
            page.element("span", "class", "small", result.line() + " · " + result.id());
            if (line.remark() != null) {
                page.element("span", "class", "small", "«" + line.remark() + "»");
            }
            page.close("th")
                    .element("td", "class", "num", Figures.target(language, result))
                    .open("td", "class", "num")
                    .text(Figures.delivered(language, result));
            if (line.before() != null) {
                page.element("span", "class", "small", t("sla.report.before") + " " + achieved(line.before()));
            }
            page.close("td")
                    .element("td", t("sla.ResultStatus." + result.status()))
                    .element("td", t("sla.report.answer." + answer(line)))
                    .close("tr");
        }
        page.close("tbody").close("table");
    }

    private String answer(ReportLineView line) {
        if (line.outcome() != null) {
            return "SETTLED_" + line.outcome();
        }
        if (line.answer() != null) {
            return line.answer().name();
        }
        return report.silentAt() == null ? "NONE" : "SILENT";
    }

    private void disputes() {
        List<ReportLineView> disputed = report.lines().stream()
                .filter(line -> line.answer() == LineAnswer.DISPUTED)
                .toList();
        if (disputed.isEmpty()) {
            return;
        }
        page.element("h2", t("sla.report.dispute"));
        for (ReportLineView line : disputed) {
            page.element("h3", called(line.result()) + ", " + line.result().line());
            List<String[]> rows = new ArrayList<>();
            rows.add(row("sla.report.dispute", line.objection()));
            rows.add(row("sla.report.by", line.answeredByName() + ", " + Written.instant(language, line.answeredAt())));
            add(rows, "sla.report.evidence", line.evidence());
            for (ReportLineView.ProposalView proposal : line.proposals()) {
                rows.add(row(
                        "sla.report.proposal",
                        t("sla.LineOutcome." + proposal.outcome()) + ". " + proposal.reason() + " ("
                                + proposal.proposedByName() + ", " + t("sla.DisputeSide." + proposal.side()) + ", "
                                + Written.instant(language, proposal.proposedAt()) + ")"));
                add(rows, "sla.report.evidence", proposal.evidence());
                add(rows, "sla.report.exclusion", proposal.exclusion());
                if (proposal.verdict() != null) {
                    rows.add(row(
                            "sla.report.proposal." + proposal.verdict(),
                            proposal.decidedByName() + ", " + Written.instant(language, proposal.decidedAt())
                                    + (proposal.note() == null ? "" : ": " + proposal.note())));
                }
            }
            if (line.outcome() != null) {
                rows.add(row(
                        "sla.report.outcome",
                        t("sla.LineOutcome." + line.outcome()) + ", " + Written.instant(language, line.settledAt())));
            }
            page.pairs(rows);
        }
    }

    private void who() {
        page.element("h2", "id", "who", t("sla.report.who"));
        List<String[]> rows = new ArrayList<>();
        said(rows, "sla.report.who.generated", report.generated());
        said(rows, "sla.report.who.submitted", report.submitted());
        said(rows, "sla.report.who.reviewed", report.reviewed());
        said(rows, "sla.report.who.published", report.published());
        said(rows, "sla.report.who.answered", report.answered());
        said(rows, "sla.report.who.frozen", report.frozen());
        add(rows, "sla.report.fingerprint", report.fingerprint());
        page.pairs(rows);
    }

    private void said(List<String[]> rows, String key, ReportView.Said said) {
        if (said != null) {
            rows.add(row(key, said.name() + ", " + Written.instant(language, said.at())));
        }
    }

    // ---------------------------------------------------------------- the annex

    private void explanation(ExplanationView view) {
        ResultView result = view.result();
        page.open("div", "class", "explanation")
                .element("h3", called(result) + ", " + result.line() + ": " + achieved(result));
        page.open("ul");
        Reasons.sums(language, result).forEach(sum -> page.element("li", sum));
        page.element(
                "li",
                result.availability() == null
                        ? Figures.arithmetic(language, result)
                        : t(
                                "sla.why.seconds",
                                Written.number(language, result.numerator()),
                                Written.number(language, result.denominator())));
        page.element("li", t("sla.why.shown", achieved(result), Figures.target(language, result)));
        page.close("ul");
        if (result.availability() != null) {
            causes(result.availability());
        }
        steps(view);
        days(view);
        page.element("h4", t("sla.why.policy"));
        page.pairs(Reasons.rules(language, result).stream()
                .map(rule -> new String[] {rule.name(), rule.value()})
                .toList());
        page.element(
                "p",
                "class",
                "small",
                t(
                        "sla.why.computed",
                        result.version(),
                        Written.instant(language, result.evaluatedAt()),
                        Written.instant(language, result.watermarkAt())));
        page.close("div");
    }

    private void causes(ResultView.Availability time) {
        page.element("h4", t("sla.why.cause"));
        page.pairs(List.of(
                row("sla.Cause.PROVIDER", Written.duration(language, time.providerSeconds())),
                row("sla.Cause.UPSTREAM", Written.duration(language, time.upstreamSeconds())),
                row("sla.Cause.CUSTOMER", Written.duration(language, time.customerSeconds())),
                row("sla.why.downtime", Written.duration(language, time.downtimeSeconds()))));
    }

    private void steps(ExplanationView view) {
        boolean cases = view.result().availability() == null;
        page.element("h4", t(cases ? "sla.why.cases.title" : "sla.why.steps"));
        if (view.steps().isEmpty()) {
            page.element("p", t("sla.why.nothing"));
            return;
        }
        page.open("table", "class", "lines steps")
                .head(t("sla.why.source"), t("sla.why.interval"), t("sla.why.length"), t("sla.why.rule"))
                .open("tbody");
        for (ExplanationView.StepView step : view.steps()) {
            page.open("tr")
                    .open("th", "scope", "row")
                    .text(step.key())
                    .element("span", "class", "small", t("sla.Kind." + step.kind()) + ", " + step.service())
                    .close("th")
                    .open("td")
                    .text(Written.instant(language, step.from()) + " – " + Written.instant(language, step.to()));
            if (step.due() != null) {
                page.element("span", "class", "small", t("sla.why.due") + ": " + Written.instant(language, step.due()));
            }
            page.close("td")
                    .element("td", "class", "num", Written.duration(language, step.seconds()))
                    .open("td")
                    .text(t("sla.Effect." + step.effect())
                            + (step.cause() == null ? "" : " · " + t("sla.Cause." + step.cause()))
                            + (step.priority() == null ? "" : " · " + t("sla.priority", step.priority())));
            Reasons.rule(language, view.result(), step)
                    .ifPresent(rule -> page.element("span", "class", "small", rule.name() + ": " + rule.value()));
            if (step.note() != null) {
                page.element("span", "class", "small", step.note());
            }
            page.close("td").close("tr");
        }
        page.close("tbody").close("table");
    }

    private void days(ExplanationView view) {
        if (view.days().isEmpty()) {
            return;
        }
        page.element("h4", t("sla.why.days"));
        String[] names = new String[WEEKDAYS];
        for (int day = 1; day <= WEEKDAYS; day++) {
            names[day - 1] = t("sla.why.weekday." + day);
        }
        page.open("table", "class", "days").head(names).open("tbody");
        for (List<ExplanationView.DayView> week : Weeks.of(view.days())) {
            page.open("tr");
            for (ExplanationView.DayView day : week) {
                page.open("td");
                if (day != null) {
                    page.element(
                                    "span",
                                    "class",
                                    "small",
                                    Written.date(language, day.day()).substring(0, DAY_AND_MONTH))
                            .text(day.seconds() == 0 ? t("sla.why.closed") : Written.duration(language, day.seconds()));
                }
                page.close("td");
            }
            page.close("tr");
        }
        page.close("tbody").close("table");
    }

    // ---------------------------------------------------------------- words

    /** As the report names it: the working of an annex names services in its reader's language. */
    private String called(ResultView result) {
        return Figures.named(
                language,
                report.lines().stream()
                        .map(ReportLineView::result)
                        .filter(one -> one.id().equals(result.id()))
                        .findFirst()
                        .orElse(result));
    }

    private String achieved(ResultView result) {
        return result.shown() ? Figures.delivered(language, result) : t("sla.ResultStatus." + result.status());
    }

    private String of(long some, long all) {
        return t("sla.report.of", some, all);
    }

    private String month() {
        return Written.month(language, report.period());
    }

    private String[] row(String key, String value) {
        return new String[] {t(key), value};
    }

    private void add(List<String[]> rows, String key, String value) {
        if (value != null) {
            rows.add(row(key, value));
        }
    }

    private String t(String key, Object... arguments) {
        return TextBundles.text(language, key, arguments);
    }

    private static String style() {
        try (InputStream in = ReportDocument.class.getResourceAsStream("/documents/report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
