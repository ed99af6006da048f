package dev.parley.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to a JSON object, within bounds. What it refuses it locates, and never quotes. */
final class JsonText {

    private static final int DEPTH_MAX = 32;
    private static final int STRING_LENGTH_MAX = 256 * 1024;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int NUMBER_LENGTH_MAX = 40;

    private final ObjectMapper mapper;

    JsonText(int lengthMax) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxStringLength(STRING_LENGTH_MAX)
                .maxNameLength(NAME_LENGTH_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .maxDocumentLength(lengthMax)
                .build();
        // Names are callers' choice: a table of all that were ever seen would be theirs to fill.
        var factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                // Numbers as they are written: a repeated request is told from another one by them.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    JsonFields parse(byte[] bytes) {
        var root = tree(decoded(bytes));
        if (root == null || !root.isObject()) {
            throw bad("The body must be a JSON object" + (root == null ? "." : ", not " + JsonFields.kind(root) + "."));
        }
        return new JsonFields(root, "");
    }

    /** An object whose only field is this one. */
    JsonFields value(String name, String json) {
        try {
            var node = tree(json);
            return new JsonFields(mapper.createObjectNode().set(name, node == null ? NullNode.instance : node), "");
        } catch (HttpRefused _) {
            throw Refused.invalid(name, "must be JSON.");
        }
    }

    /** Strictly UTF-8: a decoder that guesses or mends would read another text than the caller's. */
    private static String decoded(byte[] bytes) {
        if (bytes.length == 0) {
            throw bad("The body is empty: it must be a JSON object.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw bad("The body is not valid UTF-8.");
        }
    }

    private @Nullable JsonNode tree(String text) {
        try (var parser = mapper.createParser(text)) {
            JsonNode root = mapper.readTree(parser);
            if (parser.nextToken() != null) {
                throw bad("The body goes on after its JSON object" + at(parser.currentTokenLocation()));
            }
            return root;
        } catch (StreamConstraintsException _) {
            throw bad("The body is beyond what is read of JSON: at most " + DEPTH_MAX + " levels deep, names of "
                    + NAME_LENGTH_MAX + ", strings of " + STRING_LENGTH_MAX + " and numbers of " + NUMBER_LENGTH_MAX
                    + " characters.");
        } catch (MismatchedInputException e) {
            throw bad("The body has an object that names a field twice" + at(e.getLocation()));
        } catch (NumberFormatException _) {
            throw bad("The body has a number with an exponent beyond what is read.");
        } catch (JsonProcessingException e) {
            throw bad("The body is not valid JSON" + at(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "." : ": see line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
    }

    private static HttpRefused bad(String message) {
        return new HttpRefused(HttpStatus.BAD_REQUEST, message);
    }
}
