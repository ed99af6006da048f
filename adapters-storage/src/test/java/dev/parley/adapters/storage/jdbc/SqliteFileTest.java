package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aKey;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.anAccount;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.ports.store.Tasks;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteFileTest {
    @TempDir
    private Path data;

    @Test
    void aReopenedFileHasEverything() {
        var task = aPendingTask();
        var key = aKey("key_1", "0a1b");
        try (var file = new StoreBeans(StorageProperties.sqlite(data.resolve("parley.db")))) {
            file.stores().accounts().add(anAccount(ACCOUNT));
            file.stores().apiKeys().add(key);
            file.stores().ledger().grant(ACCOUNT, credits(100), "opening", NOON);
            file.stores().ledger().hold(task.hold(), NOON);
            file.stores().tasks().add(task);
        }

        try (var file = new StoreBeans(StorageProperties.sqlite(data.resolve("parley.db")))) {
            assertThat(file.stores().apiKeys().find("key_1")).contains(key);
            assertThat(file.stores().ledger().balance(ACCOUNT).held()).isEqualTo(credits(13));
            assertThat(file.stores().ledger().entries(ACCOUNT, null, 10)).hasSize(2);
            assertThat(file.stores().tasks().find(task.id())).contains(task);
        }
    }

    @Test
    void aPathMayHoldSpacesAndAnyLetter() {
        try (var file = new StoreBeans(StorageProperties.sqlite(data.resolve("Größe & 数 100%.db")))) {
            assertThat(file.stores().accounts().isEmpty()).isTrue();
        }
        assertThat(data.resolve("Größe & 数 100%.db")).exists();
    }

    @Test
    void aPathWithAQuestionMarkIsRefused() {
        assertThatThrownBy(() -> StorageProperties.sqlite(data.resolve("why?.db")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("why?.db");
    }

    @ParameterizedTest
    @CsvSource({
        "journal_mode=WAL, journal_mode=DELETE, journal_mode=delete",
        "synchronous=FULL, synchronous=NORMAL, synchronous=1",
        "foreign_keys=true, foreign_keys=false, foreign_keys=0"
    })
    void aFileThatCouldLoseAnythingStopsTheStart(String good, String bad, String found) {
        var properties = new HashMap<>(StorageProperties.sqlite(data.resolve("parley.db")));
        properties.computeIfPresent(
                "datasources.default.url", (_, url) -> url.toString().replace(good, bad));

        assertThatThrownBy(() -> ApplicationContext.run(properties).close())
                .hasStackTraceContaining("SQLite runs with " + found);
    }

    @Test
    void nothingStartsWithoutADatabase() {
        try (var beans = ApplicationContext.run()) {
            assertThat(beans.containsBean(Tasks.class)).isFalse();
        }
    }
}
