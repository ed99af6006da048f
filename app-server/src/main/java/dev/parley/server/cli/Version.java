package dev.parley.server.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** From the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"parley " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
