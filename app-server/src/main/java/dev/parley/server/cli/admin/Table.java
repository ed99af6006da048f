package dev.parley.server.cli.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aligned plain text. */
final class Table {

    private static final String GAP = "  ";
    private static final String NOTHING = "-";

    private Table() {}

    /** A line for each row, below the names of the first row's values. */
    static String of(List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return "(none)\n";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(rows.getFirst().keySet().stream().map(Table::title).toList());
        rows.forEach(row -> lines.add(row.values().stream().map(Table::shown).toList()));
        return aligned(lines);
    }

    /** A line for each value, beside its name. Values that are rows follow as tables. */
    static String upright(Map<String, @Nullable Object> row) {
        List<List<String>> lines = new ArrayList<>();
        var below = new StringBuilder();
        row.forEach((name, value) -> {
            if (isRows(value)) {
                below.append('\n').append(of(rows(value)));
            } else {
                lines.add(List.of(name.replace('_', ' '), shown(value)));
            }
        });
        return aligned(lines) + below;
    }

    private static boolean isRows(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map;
    }

    @SuppressWarnings("unchecked") // isRows has looked.
    private static List<Map<String, @Nullable Object>> rows(@Nullable Object value) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(value);
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        var text = new StringBuilder();
        for (var line : lines) {
            var padded = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                padded.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length()))
                        .append(GAP);
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String title(String name) {
        return name.replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean flag -> flag ? "yes" : "no";
            case Map<?, ?> map ->
                orNothing(map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null && !isEmpty(entry.getValue()))
                        .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                        .collect(Collectors.joining(" ")));
            case List<?> list -> orNothing(list.stream().map(Table::shown).collect(Collectors.joining(",")));
            default -> value.toString();
        };
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list && list.isEmpty();
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
