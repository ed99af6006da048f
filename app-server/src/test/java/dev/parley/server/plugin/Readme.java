package dev.parley.server.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** plugins/README.md, which tests keep true. */
public final class Readme {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private Readme() {}

    static String read() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("plugins/README.md"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IOException("plugins/README.md is in no directory above this one");
        }
        return Files.readString(at.resolve("plugins/README.md"));
    }

    /** The complete provider. */
    public static String example() throws IOException {
        Matcher java = JAVA.matcher(read());
        if (!java.find()) {
            throw new IOException("plugins/README.md holds no Java");
        }
        return java.group(1);
    }
}
