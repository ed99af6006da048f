package dev.parley.application.submit;

import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.util.function.Function;

/**
 * A request that may come again: its second coming gets the first one's answer.
 *
 * @param answer writes down what the caller is told of the task, so that they can be told the same again
 */
public record Intent(IdempotencyKey key, Function<Task, String> answer) {

    /** What a refusal calls the key. */
    public static final String FIELD = "idempotency-key";

    /**
     * Whether a caller's text can be a key.
     *
     * @throws Refused if it is empty, too long, or holds what no header can
     */
    public static String checked(String key) {
        boolean printable = key.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (key.isEmpty() || key.length() > IdempotencyKey.LENGTH_MAX || !printable) {
            throw Refused.invalid(
                    FIELD, "must be 1 to " + IdempotencyKey.LENGTH_MAX + " printable ASCII characters without spaces.");
        }
        return key;
    }

    /** @throws Refused if the key was used for something else */
    public Used same(Used used) {
        if (!used.fingerprint().equals(key.fingerprint())) {
            throw new Refused(new Refusal.KeyReused(
                    "The Idempotency-Key was used before with another request. Use a new key for a new request."));
        }
        return used;
    }
}
