package no.fellesdrift.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.fellesdrift.job.JobState;
import no.fellesdrift.job.JobView;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** How a job is told to its reader: {@code #{jobWords.title(job)}}. */
@Named
@RequestScoped
public class JobWords {

    private static final long MINUTE = 60;

    @Inject
    Texts t;

    public String title(JobView job) {
        return JobSentences.title(t.language(), job);
    }

    public String progress(JobView job) {
        return JobSentences.progress(t.language(), job);
    }

    public String outcome(JobView job) {
        return JobSentences.outcome(t.language(), job);
    }

    /** {@code Tok 3 s}, {@code Tok 2 min}; of a job that has begun and ended. */
    public String took(JobView job) {
        long seconds =
                Math.max(1, job.endedAt().getEpochSecond() - job.beganAt().getEpochSecond());
        return seconds < MINUTE
                ? t.of("job.took.seconds", seconds)
                : t.of("job.took", Written.duration(t.language(), seconds));
    }

    /** The kind of tag of a state: how it is coloured. */
    public String kind(JobState state) {
        return switch (state) {
            case WAITING -> "";
            case RUNNING -> "info";
            case DONE -> "ok";
            case FAILED -> "bad";
            case BROKEN_OFF -> "warn";
        };
    }

    public String icon(JobState state) {
        return switch (state) {
            case WAITING -> "clock";
            case RUNNING -> "spinner";
            case DONE -> "check-circle";
            case FAILED -> "times-circle";
            case BROKEN_OFF -> "exclamation-triangle";
        };
    }
}
