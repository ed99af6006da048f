package dev.parley.rest.json;

import dev.parley.domain.refusal.Refused;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a request by name and type, however they came. Null counts as absent. What is never asked for is unknown. */
public interface Fields {

    /** Whether the field says anything. */
    boolean isPresent(String name);

    @Nullable
    String text(String name);

    @Nullable
    Double number(String name);

    @Nullable
    Integer wholeNumber(String name);

    @Nullable
    Long longNumber(String name);

    @Nullable
    Boolean truth(String name);

    /** Of a field that holds one text or several. Nothing where there is no such field. */
    List<String> several(String name);

    @Nullable
    JsonFields object(String name);

    /** Nothing where there is no such field. */
    List<JsonFields> objects(String name);

    /** A refusal of one of these fields. */
    Refused refused(String name, String message);

    default String requiredText(String name) {
        var text = text(name);
        if (text == null) {
            throw refused(name, "is required.");
        }
        return text;
    }

    /** Of several names of one field the one that is used; the first where none is. */
    default String named(String... names) {
        // Each is looked for: none of them is unknown.
        var used = Arrays.stream(names).filter(this::isPresent).toList();
        return used.isEmpty() ? names[0] : used.getFirst();
    }
}
