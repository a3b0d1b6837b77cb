package no.fellesdrift.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * {@code java -jar fellesdrift.jar}: starts database and application, says where they are, and stops both when it is
 * told to (Ctrl-C, TERM) or when the process that started it has gone.
 */
public final class Launcher {

    private final Settings settings;
    private DataFolder folder;
    private EmbeddedDatabase database;
    private Application application;
    private volatile boolean stopping;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        // keep a reference: loggers are collected, and their level with them
        Logger quiet = LogManager.getLogManager().getLogger("");
        quiet.setLevel(Level.OFF);
        try {
            new Launcher(Settings.read(Settings.homeOf(Launcher.class), System.getProperties(), System.getenv()))
                    .stayUntilStopped();
        } catch (Problem problem) {
            Console.say(problem.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private void stayUntilStopped() throws Problem, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            run();
        } catch (Problem problem) {
            if (!stopping) {
                throw problem;
            }
        }
    }

    private void run() throws Problem, InterruptedException {
        Application.mustBeFree(settings);
        if (settings.watchesParent()) {
            watchParent();
        }
        folder = DataFolder.take(settings.data(), DataFolder.PATIENCE);
        Console.say("Starting Fellesdrift with the data in " + folder.path() + " …");
        startBoth();
        List<String> announcements = application.awaitReady(settings);
        announcements.forEach(Console::say);
        Console.say("Ready: " + Application.url(settings) + " – " + howToSignIn() + " Ctrl-C stops.");
        int code = application.waitFor();
        if (!stopping) {
            throw new Problem("The application server ended by itself with code " + code + ".");
        }
    }

    /** Side by side: the application waits for its database. Not while stopping: what is started then is left behind. */
    private synchronized void startBoth() throws Problem {
        if (stopping) {
            throw new Problem("Stopped while starting.");
        }
        Map<String, String> more = new TreeMap<>();
        if (settings.ownDatabase()) {
            database = EmbeddedDatabase.in(folder, settings.programs());
            more.put("FELLESDRIFT_DATABASE_URL", database.url());
            more.put("FELLESDRIFT_DATABASE_USER", database.user());
            more.put("FELLESDRIFT_DATABASE_PASSWORD", database.password());
            more.put("FELLESDRIFT_DATABASE_PATIENCE", String.valueOf(EmbeddedDatabase.PATIENCE_SECONDS));
        }
        application = Application.start(settings, more, folder);
        if (database != null) {
            database.launch();
        }
    }

    private String howToSignIn() {
        return settings.demo()
                ? "demo: choose one of the people on the sign-in page."
                : "sign in, or make the first administrator on /first-start.xhtml.";
    }

    private void watchParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        try {
                            while (parent.isAlive()) {
                                Thread.sleep(Duration.ofSeconds(1).toMillis());
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        System.exit(1);
                    },
                    "parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private synchronized void stop() {
        stopping = true;
        if (folder == null) {
            return;
        }
        if (application != null) {
            application.stop();
        }
        try {
            if (database != null) {
                database.stop();
            }
            folder.close();
            Console.say("Fellesdrift stopped");
        } catch (IOException e) {
            Console.say("Fellesdrift stopped, but not cleanly: " + e.getMessage());
        }
    }
}
