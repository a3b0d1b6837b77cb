package no.fellesdrift.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The folder with the database and the logs, held by one process at a time. A process that was told to stop needs some
 * seconds to do so; a new start waits that long.
 */
final class DataFolder implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder take(Path path, Duration patience) throws Problem {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long giveUp = System.nanoTime() + patience.toNanos();
            FileLock lock = channel.tryLock();
            if (lock == null) {
                Console.say("Waiting for the data folder " + path + " to become free …");
            }
            while (lock == null) {
                if (System.nanoTime() > giveUp) {
                    channel.close();
                    throw new Problem("The data folder " + path
                            + " is in use by another Fellesdrift; stop that one or choose another folder.");
                }
                Thread.sleep(200);
                lock = channel.tryLock();
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new Problem("The data folder " + path + " cannot be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Stopped while waiting for the data folder " + path + ".", e);
        }
    }

    Path path() {
        return path;
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
