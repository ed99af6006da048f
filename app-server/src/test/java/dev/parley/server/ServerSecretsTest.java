package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerSecretsTest {

    @TempDir
    private Path directory;

    @Test
    void theSameFileGivesTheSameSecrets() throws IOException {
        assertThat(ServerSecrets.in(directory).adminTokenKey())
                .isEqualTo(ServerSecrets.in(directory).adminTokenKey())
                .hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void eachPurposeHasASecretOfItsOwn() throws IOException {
        var secrets = ServerSecrets.in(directory);

        assertThat(secrets.adminTokenKey()).isNotEqualTo(secrets.linkKey()).isNotEqualTo(secrets.keyPepper());
        assertThat(secrets.linkKey()).isNotEqualTo(secrets.keyPepper());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void aSecretOfAnyOtherLengthStopsTheStart(int bytes) throws IOException {
        Files.write(directory.resolve("server.key"), new byte[bytes]);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ServerSecrets.in(directory))
                .withMessageContainingAll("server.key", bytes + " bytes instead of 32");
    }

    @Test
    void whatAKilledStartHasLeftIsNotTakenForASecret() throws IOException {
        Files.write(directory.resolve("server.key.unfinished"), new byte[7]);

        assertThat(ServerSecrets.in(directory).linkKey()).hasSize(32);
        assertThat(directory.resolve("server.key.unfinished")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadTheFile() throws IOException {
        var _ = ServerSecrets.in(directory);

        assertThat(Files.getPosixFilePermissions(directory.resolve("server.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
