package no.fellesdrift.web.job;

import java.util.List;
import java.util.Map;
import no.fellesdrift.job.JobKind;
import no.fellesdrift.job.JobView;
import no.fellesdrift.web.frame.TextBundles;
import no.fellesdrift.web.frame.Written;

/** A job keeps codes and figures; here they become sentences of a language. */
final class JobSentences {

    /** Where the result stands. A result names itself only where it has a number of its own. */
    private static final Map<JobKind, String> PAGES = Map.of(
            JobKind.CHARGES, "/finance/index.xhtml?period=",
            JobKind.LEVELS, "/levels/index.xhtml?period=",
            JobKind.ALLOCATION, "/finance/allocation.xhtml?number=",
            JobKind.IMPORT, "/catalogue/index.xhtml",
            JobKind.REPORTS, "/levels/reports.xhtml?period=");

    private JobSentences() {}

    /** {@code Avregning for oktober 2026} */
    static String title(String language, JobView job) {
        return TextBundles.text(
                language,
                "job.title." + job.kind(),
                job.kind() == JobKind.IMPORT ? job.subject() : Written.month(language, job.subject()));
    }

    /** {@code 34 av 120 avtalelinjer}; empty until the work has counted. */
    static String progress(String language, JobView job) {
        return job.total() == 0
                ? ""
                : TextBundles.text(
                        language,
                        "job.unit." + job.kind(),
                        Written.number(language, job.done()),
                        Written.number(language, job.total()));
    }

    /** What came out, or why nothing did; empty while it is under way. */
    static String outcome(String language, JobView job) {
        return switch (job.state()) {
            case WAITING, RUNNING -> "";
            case DONE -> result(language, job);
            case FAILED ->
                TextBundles.text(language, job.failure(), job.failureArguments().toArray());
            case BROKEN_OFF -> TextBundles.text(language, "job.broken-off");
        };
    }

    private static String result(String language, JobView job) {
        List<String> figures = job.result();
        String key = "job.result." + job.kind();
        return switch (job.kind()) {
            case CHARGES ->
                TextBundles.text(
                        language,
                        key,
                        Written.number(language, figures.get(0)),
                        Written.money(language, figures.get(1)));
            case ALLOCATION -> TextBundles.text(language, key, figures.get(0), Written.money(language, figures.get(1)));
            case LEVELS, IMPORT, REPORTS ->
                TextBundles.text(
                        language,
                        key,
                        Written.number(language, figures.get(0)),
                        Written.number(language, figures.get(1)));
        };
    }

    /** The page that shows what came out, without the context path. */
    static String page(JobView job) {
        String page = PAGES.get(job.kind());
        return switch (job.kind()) {
            case CHARGES, LEVELS, REPORTS -> page + job.subject();
            case ALLOCATION -> page + job.result().get(0);
            case IMPORT -> page;
        };
    }
}
