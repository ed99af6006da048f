package dev.parley.rest.elevenlabs;

import dev.parley.domain.task.Task;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a request has beside its order.
 *
 * @param stored is told the task once it is stored
 * @param spelling of a field as the caller wrote it, where it has several names
 */
record Brought(Consumer<Task> stored, UnaryOperator<String> spelling) {

    static final Brought NOTHING = new Brought(_ -> {}, UnaryOperator.identity());

    /** One name for another, at the beginning of a field's path. */
    static UnaryOperator<String> spelled(String name, String written) {
        return field -> field.startsWith(name) ? written + field.substring(name.length()) : field;
    }
}
