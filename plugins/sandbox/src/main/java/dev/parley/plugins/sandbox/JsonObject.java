package dev.parley.plugins.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, texts, numbers, booleans and null. A plugin sees no library of the gateway's. */
final class JsonObject {

    private static final int DEPTH_MAX = 50;

    private final String text;
    private int at;
    private int depth;

    private JsonObject(String text) {
        this.text = text;
    }

    /** Empty where it is no object, or no JSON. */
    @SuppressWarnings("unchecked") // What object() returns.
    static Optional<Map<String, @Nullable Object>> read(String text) {
        try {
            var reader = new JsonObject(text);
            return reader.peek() == '{'
                    ? Optional.of((Map<String, @Nullable Object>) reader.object())
                    : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        deeper();
        take('{');
        while (peek() != '}') {
            String name = string();
            take(':');
            members.put(name, value());
            if (peek() != '}') {
                take(',');
            }
        }
        take('}');
        depth--;
        return members;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> members = new ArrayList<>();
        deeper();
        take('[');
        while (peek() != ']') {
            members.add(value());
            if (peek() != ']') {
                take(',');
            }
        }
        take(']');
        depth--;
        return members;
    }

    private String string() {
        take('"');
        var read = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            read.append(c == '\\' ? escaped() : c);
        }
        return read.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> c;
        };
    }

    private double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw new IllegalArgumentException("no JSON");
        }
        at += word.length();
        return meaning;
    }

    private void deeper() {
        if (++depth > DEPTH_MAX) {
            throw new IllegalArgumentException("too deep");
        }
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("no JSON");
        }
        at++;
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
