package dev.parley.plugins.localvoice;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The sentences of all lines, in order, cut only as they are asked for. */
final class Script {

    private final Queue<Line> lines;
    private Line line;
    private Sentences sentences;

    /** @param lines at least one */
    Script(List<Line> lines) {
        this.lines = new ArrayDeque<>(lines);
        line = this.lines.remove();
        sentences = new Sentences(line.text());
    }

    /** Null at the end. */
    @Nullable
    Part next() {
        var sentence = sentences.next();
        if (sentence == null && !lines.isEmpty()) {
            line = lines.remove();
            sentences = new Sentences(line.text());
            sentence = sentences.next();
        }
        return sentence == null ? null : new Part(line, sentence);
    }

    record Part(Line line, Sentence sentence) {}
}
