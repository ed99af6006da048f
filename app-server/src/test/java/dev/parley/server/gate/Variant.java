package dev.parley.server.gate;

import dev.parley.domain.task.RetryPolicy.OnUnknown;
import dev.parley.server.gate.Gate.Plan;
import dev.parley.server.gate.ServerProcess.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The server that is tested. */
enum Variant {

    /** As it is. */
    PARLEY,

    /** One that begins whatever it finds anew, as if nothing had been stored of attempts: it must not pass. */
    BLIND;

    /** Its virtual machine, its settings, what is on its class path. */
    Setup setup(Plan plan, URI upstream, Path dataDir) {
        List<Path> classPath = new ArrayList<>();
        classPath.add(provider(dataDir.resolveSibling("gate-provider.jar")));
        List<String> options = new ArrayList<>();
        if (this == BLIND) {
            classPath.add(ProviderJar.testClasses());
            options.add("-D" + BlindQueue.PROPERTY + "=true");
        }
        return new Setup(settings(plan, upstream, dataDir), options, classPath, dataDir.resolveSibling("server.log"));
    }

    private static Map<String, String> settings(Plan plan, URI upstream, Path dataDir) {
        var settings = new HashMap<>(plan.database().settings());
        settings.put("PARLEY_DATA_DIR", dataDir.toString());
        settings.put("PARLEY_HTTP_PORT", "0");
        settings.put("PARLEY_GRPC_PORT", "0");
        settings.put("PARLEY_PROVIDERS_GATE_URL", upstream.toString());
        settings.put("PARLEY_TASKS_ON_UNKNOWN", plan.policy() == OnUnknown.REFUND ? "refund" : "redispatch");
        settings.put("PARLEY_LIMITS_RETRY_PAUSE", "0.3s");
        settings.put("PARLEY_WEBHOOKS_ALLOW", "127.0.0.1");
        settings.put("PARLEY_WEBHOOKS_TIMEOUT", "3s");
        // On PostgreSQL a dead process keeps its places for the length of a lease: there must be some left.
        settings.put("PARLEY_LIMITS_ACCOUNT_RENDERS", "32");
        return settings;
    }

    private static Path provider(Path jar) {
        try {
            // Not over one that a server is reading from.
            return Files.exists(jar) ? jar : ProviderJar.write(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
