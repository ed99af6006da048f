package dev.parley.adapters.storage.jdbc;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.KEY;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aKey;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.anAccount;
import static dev.parley.adapters.storage.Examples.completed;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.StorageProperties;
import dev.parley.adapters.storage.Stores;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.Admin;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Task;
import dev.parley.domain.voice.CreatedVoice;
import dev.parley.domain.voice.CreatedVoice.Stage;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.Receiver;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.IdempotencyKeys.Used;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving a whole database elsewhere, and keeping a copy of it. */
class DatabaseCopyTest {
    private static final Deliveries.Wanted DELIVERIES = new Deliveries.Wanted(null, null, null, null, null, null);

    @TempDir
    private Path directory = Path.of("");

    private StoreBeans source = SharedSqlite.used();
    private Task task = aPendingTask();

    @BeforeEach
    void storeSomethingOfEverything() {
        source = new StoreBeans(StorageProperties.sqlite(directory.resolve("parley.db")));
        var stores = source.stores();
        stores.accounts().add(anAccount(ACCOUNT));
        stores.accounts().add(new Account("acc_2", "Eve", NOON, true));
        stores.apiKeys().add(aKey(KEY, "0123"));
        stores.admins().save(new Admin("admin", "$2a$", NOON));
        stores.ledger().grant(ACCOUNT, credits(100), "opening", NOON);
        task = submit(stores);
        finish(stores, submit(stores));
        stores.attempts().add(new AttemptRecord(task.id(), 1, "local", NOON, "job-1", null));
        stores.createdVoices()
                .add(new CreatedVoice(
                        "local", "v", ACCOUNT, task.id(), Stage.CLONED, new VoiceProfile("Ada", "", Map.of()), NOON));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void everythingReachesPostgresAndComesBackTheSame() {
        try (var postgres = new StoreBeans(StorageProperties.postgres(SharedPostgres.newDatabase(), null, null, 2));
                var back = new StoreBeans(StorageProperties.sqlite(directory.resolve("back.db")))) {
            var there = copy(source, postgres);
            var again = copy(postgres, back);

            assertThat(there)
                    .isEqualTo(again)
                    .containsEntry("account", 2L)
                    .containsEntry("ledger_entry", 4L)
                    .containsEntry("task", 2L)
                    .containsEntry("spend", 3L);
            assertSame(source.stores(), postgres.stores());
            assertSame(source.stores(), back.stores());
            assertThat(postgres.audit().audit().differences()).isEmpty();
        }
    }

    @Test
    void theCopyGoesOnCounting() {
        try (var postgres = new StoreBeans(StorageProperties.postgres(SharedPostgres.newDatabase(), null, null, 2))) {
            copy(source, postgres);

            postgres.stores().ledger().grant(ACCOUNT, credits(1), "after the move", NOON);
            var entries = postgres.stores().ledger().entries(ACCOUNT, null, 100);
            assertThat(entries.getLast().reference()).isEqualTo("after the move");
        }
    }

    @Test
    void nothingIsCopiedOverSomething() {
        try (var other = new StoreBeans(StorageProperties.sqlite(directory.resolve("other.db")))) {
            other.stores().accounts().add(anAccount("acc_9"));

            assertThatThrownBy(() -> copy(source, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not empty");
            assertThat(other.stores().ledger().entries(ACCOUNT, null, 10)).isEmpty();
        }
    }

    @Test
    void aBackupIsAWholeDatabase() throws IOException {
        var file = directory.resolve("backup.db");

        assertThat(source.bean(SqliteBackup.class).into(file)).isEmpty();

        try (var backup = new StoreBeans(StorageProperties.sqlite(file))) {
            assertSame(source.stores(), backup.stores());
        }
    }

    @Test
    void aBackupReplacesNoFile() throws IOException {
        var file = Files.writeString(directory.resolve("precious"), "mine");

        assertThatThrownBy(() -> source.bean(SqliteBackup.class).into(file))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aBackupOfBooksThatDoNotAddUpIsNotKept() throws IOException {
        source.execute("UPDATE balance SET spent_micros = spent_micros + 1");
        var file = directory.resolve("backup.db");

        assertThat(source.bean(SqliteBackup.class).into(file))
                .singleElement()
                .asString()
                .contains("its balance says");
        assertThat(directory.toFile().list()).noneMatch(name -> name.startsWith("backup"));
    }

    @Test
    void aWholeDatabaseHasNothingToComplainOf() {
        assertThat(source.bean(DatabaseCheck.class).complaints()).isEmpty();
    }

    @Test
    void aLineThatRefersToNothingIsFound() throws SQLException {
        try (var careless = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("parley.db"));
                var statement = careless.createStatement()) {
            statement.execute("DELETE FROM account WHERE id = '" + ACCOUNT + "'");
        }

        assertThat(source.bean(DatabaseCheck.class).complaints())
                .anyMatch(complaint -> complaint.contains("A line of api_key refers to one of account"));
    }

    private static Map<String, Long> copy(StoreBeans from, StoreBeans to) {
        return from.bean(DatabaseCopy.class).copyTo(to.bean(DatabaseCopy.class)).lines();
    }

    private void assertSame(Stores one, Stores other) {
        assertThat(other.accounts().list(null, 10)).isEqualTo(one.accounts().list(null, 10));
        assertThat(other.apiKeys().list(ACCOUNT)).isEqualTo(one.apiKeys().list(ACCOUNT));
        assertThat(other.admins().find("admin")).isEqualTo(one.admins().find("admin"));
        assertThat(other.ledger().balance(ACCOUNT)).isEqualTo(one.ledger().balance(ACCOUNT));
        assertThat(other.ledger().entries(ACCOUNT, null, 10))
                .isEqualTo(one.ledger().entries(ACCOUNT, null, 10));
        assertThat(other.tasks().list(null, null, 10)).isEqualTo(one.tasks().list(null, null, 10));
        assertThat(other.attempts().list(task.id())).isEqualTo(one.attempts().list(task.id()));
        assertThat(other.spending().spent(KEY, NOON)).isEqualTo(one.spending().spent(KEY, NOON));
        assertThat(other.outbox().list(ACCOUNT, 10)).isEqualTo(one.outbox().list(ACCOUNT, 10));
        assertThat(other.endpoints().list(ACCOUNT)).isEqualTo(one.endpoints().list(ACCOUNT));
        assertThat(other.endpoints().callbackSecrets(ACCOUNT, secret(9)))
                .isEqualTo(one.endpoints().callbackSecrets(ACCOUNT, secret(8)));
        assertThat(other.deliveries().list(DELIVERIES, null, 10))
                .isEqualTo(one.deliveries().list(DELIVERIES, null, 10));
        assertThat(other.deliveries().attempts("msg_1"))
                .isEqualTo(one.deliveries().attempts("msg_1"))
                .hasSize(1);
        assertThat(other.createdVoices().list(ACCOUNT))
                .isEqualTo(one.createdVoices().list(ACCOUNT))
                .hasSize(1);
    }

    private static Task submit(Stores stores) {
        var added = aPendingTask();
        stores.ledger().hold(added.hold(), NOON);
        stores.spending().add(KEY, added.quote().price(), NOON);
        stores.tasks().add(added);
        var intent = new IdempotencyKey(ACCOUNT, "tasks.create", "k-" + added.id(), "f");
        stores.idempotencyKeys().add(intent, new Used("f", added.id().toString(), "answer", NOON.plusSeconds(9)), NOON);
        return added;
    }

    private static void finish(Stores stores, Task ended) {
        stores.tasks().save(ended.in(completed(13, NOON)));
        stores.ledger().capture(ended.hold(), credits(13), NOON);
        var event = new Event("evt_1", EventType.TASK_COMPLETED, ACCOUNT, ended.id(), NOON);
        stores.outbox().add(event);
        tell(stores, event);
    }

    private static void tell(Stores stores, Event event) {
        stores.endpoints()
                .add(new Endpoint(
                        "ep_1",
                        ACCOUNT,
                        URI.create("https://example.org/hook"),
                        "",
                        Set.of(EventType.TASK_COMPLETED),
                        new SigningSecrets(secret(1), null).rotated(secret(2), NOON),
                        NOON,
                        new Enabled(null)));
        stores.endpoints().callbackSecrets(ACCOUNT, secret(3));
        var destination = new Destination("https://example.org:443");
        stores.deliveries()
                .add(new Delivery(
                        "msg_1", event, new Receiver.Registered("ep_1"), destination, 0, new Waiting(0, NOON)));
        var sent = stores.deliveries()
                .claim(NOON, NOON, new Deliveries.Room(1, 1, 1))
                .getFirst();
        stores.deliveries()
                .save(
                        sent.in(new Delivered(NOON)),
                        new DeliveryAttempt(1, NOON, Duration.ZERO, new Answered(204, null, "")));
    }

    private static SigningSecret secret(int seed) {
        return SigningSecret.issue(new Random(seed));
    }
}
