package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.AnyMove;
import dev.parley.adapters.storage.LedgerProperties;
import dev.parley.adapters.storage.Stores;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;

class SqliteLedgerPropertiesTest extends LedgerProperties {
    private static final StoreBeans BEANS = SharedSqlite.hasty();
    private static final Stores STORES = BEANS.stores();

    @AfterContainer
    static void close() {
        BEANS.close();
    }

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Property(tries = 10_000)
    @Domain(AnyMove.class)
    void creditsAreNeitherMadeNorLost(@ForAll List<Move> moves) {
        creditsAreConserved(moves);
    }
}
