package dev.parley.adapters.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Views of everything as it is at one moment, which keep nobody waiting. */
@FunctionalInterface
interface Snapshots {

    /** A connection outside of the pool, on which all queries see the same moment. */
    Connection open() throws SQLException;
}
