package dev.parley.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** A dialogue as people write it down: who says what. */
record Script(List<Line> lines) {

    /** @param speaker a voice's name, or anything that {@link Casting} finds a voice for */
    record Line(String speaker, String text) {}

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line without a name goes on with the one before; the first such line is the narrator's. */
    private static final String NARRATOR = "narrator";

    private static final Pattern NAMED = Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N} ._'-]{0,39}):\\s+(\\S.*)");

    Script {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to say: write 'Name: line' lines, or {\"dialogue\":[{\"text\",\"voice\"}]}");
        }
    }

    /** A file of either form. */
    static Script read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads either form: JSON if it begins with a brace, lines otherwise. */
    static Script parse(String text) {
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return content.stripLeading().startsWith("{") ? parseJson(content) : parseLines(content);
    }

    /** In order of first appearance. */
    SequencedSet<String> speakers() {
        SequencedSet<String> speakers = new LinkedHashSet<>();
        lines.forEach(line -> speakers.add(line.speaker()));
        return speakers;
    }

    private static Script parseJson(String content) {
        JsonNode turns;
        try {
            turns = new ObjectMapper().readTree(content).path("dialogue");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON from line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        }
        List<Line> lines = new ArrayList<>();
        for (var turn : turns) {
            if (!turn.path("text").isTextual()) {
                throw new IllegalArgumentException("dialogue[" + lines.size() + "].text must be a string");
            }
            lines.add(new Line(
                    turn.path("voice").asText(NARRATOR), turn.path("text").asText()));
        }
        return new Script(lines);
    }

    private static Script parseLines(String content) {
        List<Line> lines = new ArrayList<>();
        for (String line : content.lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList()) {
            var named = NAMED.matcher(line);
            if (named.matches()) {
                lines.add(new Line(named.group(1), named.group(2)));
            } else if (lines.isEmpty()) {
                lines.add(new Line(NARRATOR, line));
            } else {
                var last = lines.removeLast();
                lines.add(new Line(last.speaker(), last.text() + " " + line));
            }
        }
        return new Script(lines);
    }
}
