package dev.parley.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that people read: what was measured lies between two marks, and what stands around them stays. */
final class Document {

    private static final String BEGIN = "<!-- measured: written by bench/run -->\n";
    private static final String END = "<!-- /measured -->\n";

    private Document() {}

    static void write(Path file, String measured) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        Files.writeString(
                file,
                begin < 0 || end < begin
                        ? BEGIN + measured + END
                        : before.substring(0, begin + BEGIN.length()) + measured + before.substring(end));
    }
}
