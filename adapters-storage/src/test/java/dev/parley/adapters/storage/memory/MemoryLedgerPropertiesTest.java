package dev.parley.adapters.storage.memory;

import static dev.parley.adapters.storage.Examples.NOON;

import dev.parley.adapters.storage.AnyMove;
import dev.parley.adapters.storage.LedgerProperties;
import dev.parley.adapters.storage.Stores;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class MemoryLedgerPropertiesTest extends LedgerProperties {
    @Override
    protected Stores stores() {
        var store = new MemoryStore(InstantSource.fixed(NOON));
        return new Stores(store.tasks(), store.ledger(), store.accounts(), store.transactions());
    }

    @Property(tries = 1000)
    @Domain(AnyMove.class)
    void creditsAreNeitherMadeNorLost(@ForAll List<Move> moves) {
        creditsAreConserved(moves);
    }
}
