package dev.parley.server.plugin;

import java.util.List;

/** What a plugin sees of the gateway, beside the JDK. plugins/README.md repeats the list; a test compares them. */
final class SharedPackages {

    static final List<String> ALL = List.of(
            "dev.parley.domain.render",
            "dev.parley.domain.dialogue",
            "dev.parley.domain.music",
            "dev.parley.domain.sound",
            "dev.parley.domain.recording",
            "dev.parley.domain.session",
            "dev.parley.domain.voice",
            "dev.parley.domain.audio",
            "dev.parley.ports.provider",
            "org.jspecify.annotations");

    private SharedPackages() {}

    static boolean contain(String className) {
        int end = className.lastIndexOf('.');
        return end > 0 && ALL.contains(className.substring(0, end));
    }
}
