package dev.parley.server.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with PostgreSQL, from which and to which everything can be moved. */
class PostgresCommandsTest {

    private static final String CANARY = "canary-5up3r";
    private static final String OWNER = "postgres";

    @TempDir
    private static Path data = Path.of("");

    @TempDir
    private Path directory = Path.of("");

    private static EmbeddedPostgres server;
    private static Installation stopped;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        stopped = new Installation(data);
        stopped.serve().close();
        var account = stopped.terminal().json("accounts", "create", "Ραδιόφωνο \"Αθήνα\"");
        stopped.terminal().json("credits", "grant", account.text("id"), "12.345678", "--reason", "opening");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void everythingIsMovedThereAndBack() throws Exception {
        var there = moved("there");
        assertThat(there.told()).isEqualTo(stopped.told());
        assertThat(there.terminal().json("check").text("clean")).isEqualTo("true");

        var file = directory.resolve("back.db");
        there.terminal().json("migrate-db", "jdbc:sqlite:" + file);
        assertThat(stopped.restored(file, directory.resolve("back")).told()).isEqualTo(stopped.told());
    }

    @Test
    void aServerGoesOnWithWhatWasMoved() throws Exception {
        try (var gateway = moved("served").serve()) {
            assertThat(Installation.status(gateway)).isEqualTo(200);
            assertThat(gateway.firstPassword()).isEmpty();
        }
    }

    @Test
    void aBackupOfARunningServerIsASqliteFile() throws Exception {
        var there = moved("backed_up");
        var file = directory.resolve("backup.db");
        try (var _ = there.serve()) {
            there.terminal().json("backup", file.toString());

            assertThat(there.terminal().type("backup", file.toString()).err()).contains("it exists already");
        }
        assertThat(stopped.restored(file, directory.resolve("restored")).told()).isEqualTo(there.told());
    }

    @Test
    void nothingIsCopiedOverSomething() throws Exception {
        var there = moved("occupied");
        var before = there.told();

        var said = stopped.terminal().type("migrate-db", url("occupied"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("the other database is not empty: its table account has lines");
        assertThat(there.told()).isEqualTo(before);
    }

    @Test
    void brokenBooksAreNotCarriedOver() throws Exception {
        create("unbalanced");
        stopped.terminal().json("backup", directory.resolve("backup.db").toString());
        var broken = stopped.restored(directory.resolve("backup.db"), directory.resolve("broken"));
        broken.tamper("UPDATE balance SET spent_micros = spent_micros + 1");

        var said = broken.terminal().type("migrate-db", url("unbalanced"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("the books do not add up").contains("nothing was kept of it");
        assertThat(at("unbalanced").terminal().json("accounts", "list").json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:PORT/nowhere?user=postgres&password=SECRET",
                "jdbc:postgresql://127.0.0.1:1/parley?user=postgres&password=SECRET",
                "jdbc:postgresql://127.0.0.1:onex/parley?user=postgres&passwort=SECRET",
                "jdbc:postgresql://postgres:SECRET@127.0.0.1:PORT/parley",
                "jdbc:postgresql://127.0.0.1:PORT/parley?user=postgres&password=SECRET%",
                "jdbc:sqlite:x.db?password=SECRET",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:mysql://x/y?password=SECRET",
                "postgres://postgres:SECRET@127.0.0.1:PORT/parley",
            })
    void aUrlThatWillNotDoIsRefusedWithoutAWordOfItsPassword(String url) {
        var log = new ByteArrayOutputStream();
        var stderr = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            var said = stopped.terminal()
                    .type(
                            "migrate-db",
                            url.replace("PORT", Integer.toString(server.getPort()))
                                    .replace("SECRET", CANARY));

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err().lines()).singleElement().asString().startsWith("parley: ");
            assertThat(said.out() + said.err() + log.toString(StandardCharsets.UTF_8))
                    .doesNotContain(CANARY);
        } finally {
            System.setErr(stderr);
        }
    }

    @Test
    void aPasswordIsReadFromStandardInput() throws Exception {
        create("typed");
        var address = url("typed").replace("?user=" + OWNER, "");

        var said = stopped.terminal()
                .typeWithInput(CANARY + "\n", "migrate-db", address, "--user", OWNER, "--password-stdin");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out() + said.err()).doesNotContain(CANARY);
    }

    /** What was moved into a new database of this name. */
    private static Installation moved(String name) throws SQLException {
        create(name);
        stopped.terminal().json("migrate-db", url(name));
        return at(name);
    }

    private static Installation at(String name) {
        return new Installation(data, Map.of("PARLEY_DB_URL", url(name)));
    }

    private static void create(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private static String url(String name) {
        return server.getJdbcUrl(OWNER, name);
    }
}
