package no.fellesdrift.sla;

import java.time.Instant;

/**
 * A run of a backup as its source tells it. A run that never came is told by nobody: the level's schedule finds it.
 *
 * @param backup the key at the source
 * @param offering null for all
 * @param agency null for all
 * @param scheduledAt when it was to begin; its local date is the day it was for
 * @param finishedAt null when it did not finish
 * @param source null when not named, see {@link UnnamedSource}
 */
public record BackupDraft(
        String backup,
        String service,
        String offering,
        String agency,
        Instant scheduledAt,
        Instant finishedAt,
        Boolean successful,
        String source,
        String summary)
        implements Scoped {}
