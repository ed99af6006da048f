package dev.parley.server.gate;

import dev.parley.server.gate.Books.DeliveryRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of those who are told. */
final class News {

    private News() {}

    /** At every moment: who ordered is told of the end, under one id, and of nothing before it. */
    static List<String> broken(Books books) {
        var told = byTask(books.deliveries());
        List<String> broken = new ArrayList<>();
        for (var task : books.tasks()) {
            int expected = task.isFinal() && task.hasCallback() ? 1 : 0;
            if (told.getOrDefault(task.id(), List.of()).size() != expected) {
                broken.add("is to be told of as " + told.get(task.id()) + ": " + task);
            }
        }
        return broken;
    }

    /** In the end: everything was delivered, and heard under the id that it has. */
    static List<String> untold(Books books, Map<String, Set<String>> heard) {
        List<String> broken = new ArrayList<>();
        for (var delivery : books.deliveries()) {
            if (!delivery.stand().equals("DELIVERED")) {
                broken.add("was not delivered: " + delivery);
            }
            if (!heard.getOrDefault(delivery.task(), Set.of()).equals(Set.of(delivery.id()))) {
                broken.add("was heard under " + heard.get(delivery.task()) + ": " + delivery);
            }
        }
        return broken;
    }

    private static Map<String, List<DeliveryRow>> byTask(List<DeliveryRow> deliveries) {
        Map<String, List<DeliveryRow>> byTask = new HashMap<>();
        deliveries.forEach(delivery ->
                byTask.computeIfAbsent(delivery.task(), _ -> new ArrayList<>()).add(delivery));
        return byTask;
    }
}
