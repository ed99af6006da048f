package dev.parley.adapters.storage.memory;

import dev.parley.ports.store.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One transaction at a time, under one lock. Each change leaves the step that undoes it. */
final class MemoryTransactions implements Transactions {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean failed;

    @Override
    public <T> T run(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            if (failed) {
                throw new IllegalStateException("A step of this transaction failed, so none of it is stored.");
            }
            return result;
        } catch (Throwable e) {
            failed = true;
            throw e;
        } finally {
            if (lock.getHoldCount() == 1) {
                end();
            }
            lock.unlock();
        }
    }

    /** Like {@link #run}, for work that has no answer. */
    void change(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /** Changes a map, unless the transaction around it fails. */
    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undo.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    /** Takes something out of a map, unless the transaction around it fails. */
    <K, V> void remove(Map<K, V> map, K key) {
        V before = map.remove(key);
        if (before != null) {
            undo.push(() -> map.put(key, before));
        }
    }

    /** Lengthens a list, unless the transaction around it fails. */
    <E> void append(List<E> list, E element) {
        list.add(element);
        undo.push(list::removeLast);
    }

    private void end() {
        if (failed) {
            undo.forEach(Runnable::run);
        }
        undo.clear();
        failed = false;
    }
}
