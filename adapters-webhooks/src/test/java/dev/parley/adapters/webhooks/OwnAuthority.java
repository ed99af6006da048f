package dev.parley.adapters.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Issues certificates that nobody knows, with the JDK's keytool. */
final class OwnAuthority {

    private static final char[] PASSWORD = "not a secret".toCharArray();

    private final Path directory;

    private OwnAuthority(Path directory) {
        this.directory = directory;
    }

    static OwnAuthority found(Path directory) throws IOException, InterruptedException {
        var authority = new OwnAuthority(directory);
        authority.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Own authority", "-ext", "bc:c", "-keyalg", "EC");
        authority.keytool(
                "-exportcert", "-rfc", "-alias", "ca", "-file", authority.pem().toString());
        return authority;
    }

    /** What an operator would name as webhooks.trust. */
    Path pem() {
        return directory.resolve("ca.pem");
    }

    void issue(String alias, String extension, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-signer",
                "ca",
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-ext",
                extension));
        words.addAll(List.of(more));
        keytool(words.toArray(String[]::new));
    }

    /** On loopback, with this certificate. */
    ServerSocket listen(String alias) throws IOException, GeneralSecurityException {
        var all = KeyStore.getInstance(directory.resolve("keys.p12").toFile(), PASSWORD);
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                directory.resolve("keys.p12").toString()));
        var log = directory.resolve("keytool.log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
