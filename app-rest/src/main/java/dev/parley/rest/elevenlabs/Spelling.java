package dev.parley.rest.elevenlabs;

import java.util.function.UnaryOperator;

/** Fields as the caller wrote them, where they have several names. */
final class Spelling {

    private Spelling() {}

    /** One name for another, at the beginning of a field's path. */
    static UnaryOperator<String> of(String name, String written) {
        return field -> field.startsWith(name) ? written + field.substring(name.length()) : field;
    }
}
