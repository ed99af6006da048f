package dev.parley.server.gate;

import dev.parley.ports.store.LedgerAudit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks at the books again and again, and remembers what did not add up and when that was first seen. */
final class Inspection {

    private final GateDatabase database;
    private final Supplier<Map<String, String>> acknowledged;
    private final Map<String, String> found = new LinkedHashMap<>();

    /** @param acknowledged the orders by their texts, and the id that each was given so far */
    Inspection(GateDatabase database, Supplier<Map<String, String>> acknowledged) {
        this.database = database;
        this.acknowledged = acknowledged;
    }

    Books look(String when) throws SQLException {
        // Before the books are read: what is acknowledged meanwhile need not be in them.
        var known = acknowledged.get();
        var books = Books.read(database);
        Invariants.broken(books, known).forEach(broken -> add(when, broken));
        News.broken(books).forEach(broken -> add(when, broken));
        var integrity = database.integrity();
        if (!integrity.equals("ok")) {
            add(when, "the database is damaged: " + integrity);
        }
        database.ask(stores -> stores.getBean(LedgerAudit.class).audit().differences())
                .forEach(difference -> add(when, difference));
        return books;
    }

    void add(String when, String broken) {
        found.putIfAbsent(broken, when);
    }

    List<String> found() {
        var all = new ArrayList<String>();
        found.forEach((broken, when) -> all.add(when + ": " + broken));
        return all;
    }
}
