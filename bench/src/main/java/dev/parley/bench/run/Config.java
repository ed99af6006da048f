package dev.parley.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured, as {@code targets.json} says. */
record Config(List<Target> targets) {

    /**
     * What is asked in one dialect.
     *
     * @param unary path for a whole answer
     * @param stream path for an answer as it is made
     */
    record Asked(String unary, String stream, String body) {}

    /**
     * One that is measured.
     *
     * @param needs a program that must be there; empty where none must
     * @param prepare what is run once in its directory; empty where nothing is
     * @param command what it is started by; empty where it is the upstream itself
     */
    record Target(
            String name,
            String what,
            Asked asked,
            String needs,
            List<String> prepare,
            List<String> version,
            List<String> command,
            Map<String, String> environment,
            Map<String, String> headers) {}

    static Config read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Map<String, Asked> asks = new LinkedHashMap<>();
        json.path("asks")
                .properties()
                .forEach(ask -> asks.put(
                        ask.getKey(),
                        new Asked(
                                ask.getValue().path("unary").asText(),
                                ask.getValue().path("stream").asText(),
                                ask.getValue().path("body").toString())));
        List<Target> targets = new ArrayList<>();
        for (var target : json.path("targets")) {
            var asked = asks.get(target.path("ask").asText());
            if (asked == null) {
                throw new IOException(file + ": the target " + target.path("name") + " asks in no known dialect");
            }
            targets.add(new Target(
                    target.path("name").asText(),
                    target.path("what").asText(),
                    asked,
                    target.path("needs").asText(""),
                    texts(target.path("prepare")),
                    texts(target.path("version")),
                    texts(target.path("command")),
                    map(json.path("environments")
                            .path(target.path("environment").asText(""))),
                    map(target.path("headers"))));
        }
        return new Config(targets);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
