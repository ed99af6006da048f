package dev.parley.adapters.storage.jdbc;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Copies a SQLite database while it is in use. Writers go on meanwhile. */
@OnSqlite
@Singleton
public final class SqliteBackup {

    private final String url;

    SqliteBackup(@Property(name = "datasources.default.url") String url) {
        this.url = url;
    }

    /**
     * Writes one moment's view into a new file. It has the file's name only once it has been opened and found whole.
     *
     * @return what is wrong with the copy; where there is anything, no file is left
     * @throws IOException if the file is there already, or cannot be written
     */
    public List<String> into(Path file) throws IOException {
        try (var backup = BackupFile.begin(file)) {
            vacuumInto(backup.unfinished());
            return backup.finish();
        }
    }

    private void vacuumInto(Path file) throws IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw new IOException("the copy cannot be written: " + e.getMessage(), e);
        }
    }
}
