package dev.parley.adapters.storage.memory;

import dev.parley.adapters.storage.AnyMove;
import dev.parley.adapters.storage.LedgerProperties;
import dev.parley.adapters.storage.Stores;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class MemoryLedgerPropertiesTest extends LedgerProperties {
    @Override
    protected Stores stores() {
        return InMemory.emptied();
    }

    @Property(tries = 1000)
    @Domain(AnyMove.class)
    void creditsAreNeitherMadeNorLost(@ForAll List<Move> moves) {
        creditsAreConserved(moves);
    }
}
