package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.IdempotencyKey;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyKeys} keeps. */
public abstract class IdempotencyKeysContract {
    private static final IdempotencyKey KEY = new IdempotencyKey("acc_1", "tasks.create", "k1", "f1");
    private static final Used USE = new Used("f1", "task-1", "{\"code\":200}", NOON.plusSeconds(60));

    private Stores stores;
    private IdempotencyKeys keys;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        stores = stores();
        keys = stores.idempotencyKeys();
    }

    @Test
    void theFirstUseIsRemembered() {
        assertThat(keys.add(KEY, USE, NOON)).isTrue();

        assertThat(keys.find(KEY, NOON)).contains(USE);
    }

    @Test
    void anUnusedKeyIsNotFound() {
        assertThat(keys.find(KEY, NOON)).isEmpty();
    }

    @Test
    void anAnswerMayBeReadFromItsSubject() {
        var use = new Used("f1", "task-1", null, NOON.plusSeconds(60));

        keys.add(KEY, use, NOON);

        assertThat(keys.find(KEY, NOON)).contains(use);
    }

    @Test
    void theSecondUseChangesNothing() {
        keys.add(KEY, USE, NOON);

        assertThat(keys.add(KEY, new Used("f2", "task-2", null, NOON.plusSeconds(99)), NOON.plusMillis(59_999)))
                .isFalse();

        assertThat(keys.find(KEY, NOON)).contains(USE);
    }

    @Test
    void theFirstUseIsFoundWhateverIsAskedNow() {
        keys.add(KEY, USE, NOON);

        assertThat(keys.find(new IdempotencyKey("acc_1", "tasks.create", "k1", "other"), NOON))
                .contains(USE);
    }

    @Test
    void accountRouteAndKeyMakeAKey() {
        keys.add(KEY, USE, NOON);

        for (var other : List.of(
                new IdempotencyKey("acc_2", "tasks.create", "k1", "f1"),
                new IdempotencyKey("acc_1", "speech.create", "k1", "f1"),
                new IdempotencyKey("acc_1", "tasks.create", "K1", "f1"))) {
            assertThat(keys.find(other, NOON)).isEmpty();
            assertThat(keys.add(other, USE, NOON)).isTrue();
        }
    }

    @Test
    void aKeyWhoseTimeIsOverMakesRoom() {
        var second = new Used("f2", "task-2", null, NOON.plusSeconds(120));
        keys.add(KEY, USE, NOON);

        assertThat(keys.find(KEY, USE.until())).isEmpty();
        assertThat(keys.add(KEY, second, USE.until())).isTrue();

        assertThat(keys.find(KEY, USE.until())).contains(second);
    }

    @Test
    void onlyOutdatedKeysAreForgotten() {
        var other = new IdempotencyKey("acc_1", "tasks.create", "k2", "f1");
        keys.add(KEY, USE, NOON);
        keys.add(other, new Used("f1", "task-2", null, NOON.plusSeconds(61)), NOON);

        assertThat(keys.forgetBefore(NOON.plusSeconds(60))).isEqualTo(1);

        assertThat(keys.find(KEY, NOON)).isEmpty();
        assertThat(keys.find(other, NOON)).isPresent();
    }

    @Test
    void whatIsUndoneWasNeverUsed() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    keys.add(KEY, USE, NOON);
                    throw new IllegalStateException("no credits");
                }))
                .hasMessage("no credits");

        assertThat(keys.add(KEY, USE, NOON)).isTrue();
    }

    @Test
    void ofUsesThatRaceExactlyOneIsFirst() {
        long first = Race.winners(64, i -> keys.add(KEY, new Used("f1", "task-" + i, null, USE.until()), NOON));

        assertThat(first).isEqualTo(1);
    }

    @Test
    void ofUsesThatRaceForAnOutdatedKeyExactlyOneIsFirst() {
        keys.add(KEY, USE, NOON);
        var later = NOON.plusSeconds(60);

        long first =
                Race.winners(64, i -> keys.add(KEY, new Used("f1", "task-" + i, null, later.plusSeconds(9)), later));

        assertThat(first).isEqualTo(1);
    }
}
