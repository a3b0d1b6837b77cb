package no.fellesdrift.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code mvn -Prun} calls inside Maven: starts the shipped program as a process of its own on the same console,
 * and keeps Maven from returning before that has stopped.
 */
public final class UnderMaven {

    private UnderMaven() {}

    /** @param arguments the folder of the shipped files, the checkout, then settings as {@code name=value} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfellesdrift.watch.parent=true");
        List<String> settings = List.of(arguments).subList(2, arguments.length);
        String kind = settings.contains("demo=true") ? "demo" : "plain";
        command.add("-Dfellesdrift.data=" + Path.of(arguments[1], ".data", kind));
        for (String setting : settings) {
            // Maven leaves a property without a value as it stands
            if (!setting.endsWith("=") && !setting.contains("${")) {
                command.add("-Dfellesdrift." + setting);
            }
        }
        command.addAll(List.of("-jar", Path.of(arguments[0], "fellesdrift.jar").toString()));
        Process program = new ProcessBuilder(command).inheritIO().start();
        Thread wait = new Thread(
                () -> {
                    program.destroy();
                    try {
                        program.waitFor();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(wait);
        int code = program.waitFor();
        if (code != 0) {
            // the program has said why in a sentence; Maven would add its own story
            Runtime.getRuntime().halt(code);
        }
    }
}
