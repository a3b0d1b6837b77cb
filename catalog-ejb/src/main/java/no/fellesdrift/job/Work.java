package no.fellesdrift.job;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;

/** How one kind of job is done. It opens its own transactions and may be repeated however it ended. */
public interface Work {

    /**
     * What is to be done.
     *
     * @param input what the job was given besides its subject; empty when nothing
     */
    record Task(String subject, Supplier<InputStream> input, Progress progress) {}

    JobKind kind();

    /**
     * @return figures for the sentence {@code job.result.<kind>}
     * @throws Rejection why it cannot be done
     */
    List<String> run(Task task);
}
