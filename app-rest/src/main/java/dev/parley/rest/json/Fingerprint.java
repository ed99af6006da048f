package dev.parley.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells whether two bodies say the same. Neither spaces nor the order of members says anything; digits do. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256, hexadecimal.
     *
     * @param beside what else the request says
     */
    public static String of(JsonNode node, String... beside) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            String more = Arrays.stream(beside).map(Fingerprint::quoted).collect(Collectors.joining());
            return HexFormat.of()
                    .formatHex(digest.digest((canonical(node) + more).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String canonical(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT ->
                node.properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> quoted(member.getKey()) + ":" + canonical(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false)
                        .map(Fingerprint::canonical)
                        .collect(Collectors.joining(",", "[", "]"));
            case STRING -> quoted(node.textValue());
            case NUMBER, BOOLEAN, NULL -> node.asText();
            case BINARY, MISSING, POJO -> throw new IllegalStateException("no JSON text holds this");
        };
    }

    /** In ASCII: half a surrogate pair, which UTF-8 cannot tell from a question mark, keeps its value. */
    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            if (plain) {
                quoted.append(c);
            } else {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return quoted.append('"').toString();
    }
}
