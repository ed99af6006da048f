package dev.parley.adapters.storage;

import dev.parley.adapters.storage.LedgerProperties.Act;
import dev.parley.adapters.storage.LedgerProperties.Move;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Sequences of moves; amounts are small, so that holds often are just covered, or just not. */
public final class AnyMove extends DomainContextBase {

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.longs().between(0, 30),
                        Arbitraries.integers().between(0, 9))
                .as(Move::new)
                .list()
                .ofMaxSize(25);
    }
}
