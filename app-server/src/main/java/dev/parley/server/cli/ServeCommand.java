package dev.parley.server.cli;

import dev.parley.application.admin.OpenFirstAdmin;
import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs until the process is told to stop. */
@Command(
        name = ServeCommand.NAME,
        mixinStandardHelpOptions = true,
        header = "Runs the gateway until it is stopped.",
        description = {
            "",
            "Prints one line when it is ready:",
            "  parley ready http=http://127.0.0.1:8080 grpc=127.0.0.1:9090",
            "and, on an empty database, the first API key and the password of the first admin: once.",
            ""
        },
        footer = {
            "",
            "Most used settings:",
            "  PARLEY_HTTP_PORT=8080  PARLEY_GRPC_PORT=9090  (0 = any free port)",
            "  PARLEY_BIND=127.0.0.1",
            "  PARLEY_DATA_DIR=parley-data",
            "  PARLEY_BOOTSTRAP_KEY, PARLEY_BOOTSTRAP_CREDITS=1000",
        })
final class ServeCommand implements Callable<Integer> {

    static final String NAME = "serve";

    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

    @Override
    public Integer call() throws Exception {
        var config = ServerConfig.load(System.getenv(), Path.of("").toAbsolutePath());
        var gateway = Gateway.start(config);
        Shutdown.onExit(gateway::close);
        gateway.firstKey().ifPresent(key -> System.out.println("parley first key (shown only now): " + key.value()));
        gateway.firstPassword()
                .ifPresent(password -> System.out.println(
                        "parley first password of " + OpenFirstAdmin.NAME + " (shown only now): " + password.value()));
        LOG.log(System.Logger.Level.INFO, "{0}", config.limits());
        System.out.println("parley ready http=" + gateway.httpUrl() + " grpc=" + gateway.grpcAddress());
        Shutdown.await();
        return 0;
    }
}
