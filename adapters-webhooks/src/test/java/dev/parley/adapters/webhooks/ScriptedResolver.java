package dev.parley.adapters.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Names and what they lead to, one answer after the other; the last one stays. */
final class ScriptedResolver implements Resolver {

    private final Map<String, Deque<InetAddress[]>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** The next answer for this name. */
    ScriptedResolver answer(String name, String... addresses) {
        answers.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(Addresses.all(addresses));
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        asked.add(name);
        var script = answers.get(name);
        if (script == null) {
            throw new UnknownHostException(name);
        }
        synchronized (script) {
            return script.size() > 1 ? script.remove() : script.element();
        }
    }
}
