package dev.parley.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A whole play: real input, in the public domain. */
final class Midsummer {

    private static final JsonNode SCENES = read();

    private Midsummer() {}

    /** Who says what. */
    record Said(String speaker, String text) {}

    static List<Said> scene(String number) {
        for (var scene : SCENES) {
            if (scene.path("scene").asText().equals(number)) {
                List<Said> said = new ArrayList<>();
                scene.path("turns")
                        .forEach(turn -> said.add(new Said(
                                turn.path("speaker").asText(), turn.path("text").asText())));
                return said;
            }
        }
        throw new IllegalArgumentException("no scene " + number);
    }

    /** One voice for each speaker, in order of appearance. */
    static Map<String, String> cast(List<Said> scene, List<String> voices) {
        Map<String, String> cast = new LinkedHashMap<>();
        scene.forEach(said -> cast.computeIfAbsent(said.speaker(), _ -> voices.get(cast.size() % voices.size())));
        return cast;
    }

    static int characters(List<Said> scene) {
        return scene.stream()
                .mapToInt(said -> said.text().codePointCount(0, said.text().length()))
                .sum();
    }

    private static JsonNode read() {
        try (var file = Objects.requireNonNull(Midsummer.class.getResourceAsStream("/midsummer.json"))) {
            return RunningGateway.JSON.readTree(file).path("scenes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
