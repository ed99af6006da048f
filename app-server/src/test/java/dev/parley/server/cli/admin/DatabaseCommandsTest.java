package dev.parley.server.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.Gateway;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups, checks and moves, with SQLite and a server that runs. */
class DatabaseCommandsTest {

    private static final String BROKEN_BOOKS = "UPDATE balance SET spent_micros = spent_micros + 1";

    @TempDir
    private static Path data = Path.of("");

    @TempDir
    private Path directory = Path.of("");

    private static Installation running;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        running = new Installation(data);
        gateway = running.serve();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aBackupOfARunningServerHoldsEverything() throws IOException {
        var restored = restored();

        assertThat(restored.told()).isEqualTo(running.told());
        assertThat(restored.terminal().json("check").text("clean")).isEqualTo("true");
    }

    @Test
    void aServerStartsOnABackup() throws Exception {
        try (var other = restored().serve()) {
            assertThat(Installation.status(other)).isEqualTo(200);
            assertThat(other.firstKey()).isEmpty();
            assertThat(other.firstPassword()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBackupIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
                .isEqualTo("rw-------");
    }

    @Test
    void aBackupIsNamedFromWhereItWasTyped() throws IOException {
        var restored = restored();

        restored.terminal().json("backup", "nightly.db");

        assertThat(restored.dataDir().resolve("nightly.db")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backup precious           | precious: it exists already, and nothing is replaced",
                "backup .                  | it exists already",
                "backup nowhere/x.db       | there is no such directory to write into",
                "backup precious/x.db      | there is no such directory to write into",
                "backup what?.db           | SQLite opens no path that holds '?'",
                "migrate-db jdbc:sqlite:precious     | precious: it exists already",
                "migrate-db jdbc:sqlite:nowhere/x.db | there is no such directory",
            })
    void aPlaceThatWillNotDoIsNamedAndLeftAlone(String words, String complaint) throws IOException {
        var stopped = restored();
        var precious = Files.writeString(stopped.dataDir().resolve("precious"), "mine");

        var said = stopped.terminal().type(words.split(" ", -1));

        assertFailed(said, complaint);
        assertThat(precious).hasContent("mine");
        assertThat(stopped.dataDir().toFile().list())
                .noneMatch(name -> name.startsWith("what") || name.contains("unfinished"));
    }

    @Test
    void nothingIsMovedWhileAServerRuns() {
        var target = directory.resolve("moved.db");

        var said = running.terminal().type("migrate-db", "jdbc:sqlite:" + target);

        assertFailed(said, "Another Parley is running on the data directory " + data);
        assertThat(target).doesNotExist();
    }

    @Test
    void aMoveCountsWhatItCarried() throws IOException {
        var target = directory.resolve("moved.db");
        var stopped = restored();

        var said = stopped.terminal().json("migrate-db", "jdbc:sqlite:" + target);

        assertThat(said.json().findValuesAsText("table")).contains("account", "ledger_entry", "task");
        assertThat(running.restored(target, directory.resolve("there")).told()).isEqualTo(stopped.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup x.db", "check", "migrate-db jdbc:sqlite:x.db"})
    void whereThereIsNoDatabaseNothingIsMade(String words) {
        var said = new Terminal(directory).type(words.split(" ", -1));

        assertFailed(said, "there is no database in " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup x.db", "check", "migrate-db jdbc:sqlite:x.db"})
    void booksThatDoNotAddUpAreTold(String words) throws Exception {
        var broken = restored();
        broken.tamper(BROKEN_BOOKS);

        var said = broken.terminal().type(words.split(" ", -1));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out() + said.err()).contains("its balance says");
        assertThat(broken.dataDir().toFile().list()).noneMatch(name -> name.startsWith("x.db"));
    }

    @ParameterizedTest
    @CsvSource({"check,0", "check,5", "backup x.db,0", "backup x.db,5", "migrate-db jdbc:sqlite:x.db,0"})
    void aDamagedFileIsTold(String words, int page) throws Exception {
        var damaged = restored();
        damage(damaged.database(), page);

        var said = damaged.terminal().type(words.split(" ", -1));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out() + said.err())
                .containsAnyOf("damaged", "not a database", "malformed")
                .doesNotContain("\tat ");
        assertThat(damaged.dataDir().toFile().list()).noneMatch(name -> name.startsWith("x.db"));
    }

    private static void assertFailed(Terminal.Said said, String complaint) {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines())
                .singleElement()
                .asString()
                .startsWith("parley: ")
                .contains(complaint);
    }

    /** Page by page, as a bad disk does. */
    private static void damage(Path file, int page) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(page * 4096L);
            bytes.write(new byte[4096]);
        }
    }

    private Path backup() {
        var file = directory.resolve("backup.db");
        running.terminal().json("backup", file.toString());
        return file;
    }

    private Installation restored() throws IOException {
        return running.restored(backup(), directory.resolve("restored"));
    }
}
