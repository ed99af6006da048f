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

    /** How a target is spoken to. */
    enum Protocol {
        HTTP,
        GRPC
    }

    /**
     * What is asked in one dialect.
     *
     * @param unary path for a whole answer
     * @param stream path for an answer as it is made
     */
    record Asked(Protocol protocol, String unary, String stream, String body) {}

    /**
     * One that is measured.
     *
     * @param cannot why it cannot be; empty where it can
     * @param needs programs that must be there
     * @param install how they are had
     * @param prepare what is run once in a directory of its own; empty where nothing is
     * @param version what prints it
     * @param postgres whether it has a PostgreSQL server to itself
     * @param command what it is started by; empty where it is the upstream itself
     * @param setup what is run once it listens; empty where nothing is
     */
    record Target(
            String name,
            String what,
            Asked asked,
            String cannot,
            List<String> needs,
            String install,
            List<String> prepare,
            List<String> version,
            boolean postgres,
            List<String> command,
            List<String> setup,
            Map<String, String> environment,
            Map<String, String> headers) {}

    static Config read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Map<String, Asked> asks = new LinkedHashMap<>();
        json.path("asks").properties().forEach(ask -> asks.put(ask.getKey(), asked(ask.getValue())));
        List<Target> targets = new ArrayList<>();
        for (var target : json.path("targets")) {
            var asked = asks.get(target.path("ask").asText());
            if (asked == null) {
                throw new IOException(file + ": the target " + target.path("name") + " asks in no known dialect");
            }
            Map<String, String> environment = new LinkedHashMap<>();
            for (var name : texts(target.path("environment"))) {
                environment.putAll(map(json.path("environments").path(name)));
            }
            targets.add(target(target, asked, environment));
        }
        return new Config(targets);
    }

    private static Asked asked(JsonNode ask) {
        return new Asked(
                ask.has("grpc") ? Protocol.GRPC : Protocol.HTTP,
                ask.path("unary").asText(),
                ask.path("stream").asText(),
                ask.path(ask.has("grpc") ? "grpc" : "body").toString());
    }

    private static Target target(JsonNode target, Asked asked, Map<String, String> environment) {
        return new Target(
                target.path("name").asText(),
                target.path("what").asText(),
                asked,
                target.path("cannot").asText(),
                texts(target.path("needs")),
                target.path("install").asText(),
                texts(target.path("prepare")),
                texts(target.path("version")),
                target.path("postgres").asBoolean(),
                texts(target.path("command")),
                texts(target.path("setup")),
                environment,
                map(target.path("headers")));
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
