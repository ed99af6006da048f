package dev.parley.bench.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands for what in commands, files and headers of a target.
 *
 * @param project the checkout
 * @param prepared what it made once
 * @param dir its own, as long as it runs
 * @param stub port of the upstream
 * @param port its own
 * @param database port of its PostgreSQL; 0 where it has none
 */
record Places(Path project, Path prepared, Path dir, int stub, int port, int database) {

    private static final String KEY = "sk-bench-0123456789abcdef0123456789";

    String in(String text) {
        return text.replace("${project}", project.toString())
                .replace("${prepared}", prepared.toString())
                .replace("${dir}", dir.toString())
                .replace("${java}", System.getProperty("java.home"))
                .replace("${stub}", Integer.toString(stub))
                .replace("${port}", Integer.toString(port))
                .replace("${database}", Integer.toString(database))
                .replace("${key}", KEY);
    }

    List<String> in(List<String> texts) {
        return texts.stream().map(this::in).toList();
    }

    Map<String, String> in(Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(texts);
        all.replaceAll((_, text) -> in(text));
        return all;
    }
}
