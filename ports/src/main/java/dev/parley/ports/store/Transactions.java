package dev.parley.ports.store;

import java.util.function.Supplier;

/** Makes several changes one. */
@FunctionalInterface
public interface Transactions {

    /** Runs the work in one transaction: all of its changes are stored when this returns, or none if it throws. */
    <T> T run(Supplier<T> work);
}
