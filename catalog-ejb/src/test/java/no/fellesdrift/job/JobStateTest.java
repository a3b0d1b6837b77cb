package no.fellesdrift.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStateTest {

    /** Rows: from. Columns: whether WAITING, RUNNING, DONE, FAILED, BROKEN_OFF may follow. */
    @ParameterizedTest
    @CsvSource({
        "WAITING,    no,  yes, no,  no,  no",
        "RUNNING,    no,  no,  yes, yes, yes",
        "DONE,       no,  no,  no,  no,  no",
        "FAILED,     yes, no,  no,  no,  no",
        "BROKEN_OFF, yes, no,  no,  no,  no",
    })
    void what_may_follow(JobState from, String waiting, String running, String done, String failed, String brokenOff) {
        assertThat(from.next().contains(JobState.WAITING)).isEqualTo(waiting.equals("yes"));
        assertThat(from.next().contains(JobState.RUNNING)).isEqualTo(running.equals("yes"));
        assertThat(from.next().contains(JobState.DONE)).isEqualTo(done.equals("yes"));
        assertThat(from.next().contains(JobState.FAILED)).isEqualTo(failed.equals("yes"));
        assertThat(from.next().contains(JobState.BROKEN_OFF)).isEqualTo(brokenOff.equals("yes"));
    }

    @ParameterizedTest
    @CsvSource({"WAITING, false", "RUNNING, false", "DONE, true", "FAILED, true", "BROKEN_OFF, true"})
    void what_has_ended(JobState state, boolean ended) {
        assertThat(state.isEnded()).isEqualTo(ended);
    }
}
