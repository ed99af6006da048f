package dev.parley.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingConnectionTest {

    private static final String QUERY = "SELECT ?";

    @TempDir
    private Path directory;

    @Test
    void whatIsClosedIsUsedAgainAndRemembersNothing() throws SQLException {
        try (var connection = open()) {
            var first = connection.prepareStatement(QUERY);
            first.setString(1, "one");
            assertThat(first.executeQuery().getString(1)).isEqualTo("one");
            first.close();

            try (var second = connection.prepareStatement(QUERY)) {
                assertThat(second).isSameAs(first);
                assertThat(second.executeQuery().getString(1)).isNull();
            }
        }
    }

    @Test
    void twoAtOnceAreTwo() throws SQLException {
        try (var connection = open();
                var one = connection.prepareStatement(QUERY);
                var other = connection.prepareStatement(QUERY)) {
            assertThat(other).isNotSameAs(one);
        }
    }

    @Test
    void whatIsClosedTwiceStillRuns() throws SQLException {
        try (var connection = open()) {
            var first = connection.prepareStatement(QUERY);
            first.close();
            first.close();

            try (var second = connection.prepareStatement(QUERY)) {
                second.setString(1, "two");
                assertThat(second.executeQuery().getString(1)).isEqualTo("two");
            }
        }
    }

    private KeepingConnection open() throws SQLException {
        return new KeepingConnection("jdbc:sqlite:" + directory.resolve("kept.db"));
    }
}
