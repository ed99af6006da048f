package dev.parley.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.parley.adapters.webhooks.WebhookSettings;
import dev.parley.application.Limits;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.RoutingRule;
import dev.parley.application.turns.Joining;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.ledger.Credits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        var config = load(Map.of());

        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(config.grpcPort()).isEqualTo(9090);
        assertThat(config.bind()).isEqualTo("127.0.0.1");
        assertThat(config.dataDir()).isEqualTo(directory.resolve("parley-data"));
        assertThat(config.firstKey()).isNull();
        assertThat(config.firstCredits()).isEqualTo(Credits.ofWhole(1000));
        assertThat(config.strict()).isFalse();
        assertThat(config.joining()).isEqualTo(Joining.DEFAULT);
        assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(config.providers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsOnItsPage(Setting setting) throws IOException {
        var page = Files.readString(Path.of("../docs/configuration.md"));

        assertThat(page.lines())
                .filteredOn(
                        line -> line.startsWith("| ") && line.split("\\|", -1)[1].contains("`" + setting.key() + "`"))
                .singleElement()
                .asString()
                .contains("`" + setting.environmentVariable() + "`")
                .contains("| " + setting.standard());
    }

    @Test
    void theEnvironmentOverridesTheFile() throws IOException {
        Files.writeString(directory.resolve("parley.yml"), "http:\n  port: 1111\ngrpc.port: 2222\n");

        var config = load(Map.of("PARLEY_HTTP_PORT", "3333"));

        assertThat(config.httpPort()).isEqualTo(3333);
        assertThat(config.grpcPort()).isEqualTo(2222);
    }

    @Test
    void aNamedFileIsRead() throws IOException {
        Files.writeString(directory.resolve("other.yml"), "strict: true\nlimits: {audio_age: 2h}\n");

        var config = load(Map.of("PARLEY_CONFIG", "other.yml"));

        assertThat(config.strict()).isTrue();
        assertThat(config.limits().audioAge()).hasHours(2);
    }

    @ParameterizedTest
    @CsvSource({"0s, 0", "300ms, 300", "0.25s, 250", "2s, 2000"})
    void gapsAreTimes(String value, long millis) {
        assertThat(load(Map.of("PARLEY_DIALOGUE_GAP", value)).joining().gap()).hasMillis(millis);
    }

    @Test
    void proxiesAreTrustedByRange() {
        assertThat(load(Map.of()).trustedProxies()).isEmpty();
        assertThat(load(Map.of("PARLEY_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8,127.0.0.1"))
                        .trustedProxies())
                .containsExactly(IpRange.parse("10.0.0.0/8"), IpRange.parse("fd00::/8"), IpRange.parse("127.0.0.1/32"));
    }

    @Test
    void webhooksReachWhatTheOperatorOpens() throws IOException {
        Files.writeString(directory.resolve("ca.pem"), "");

        var webhooks = load(Map.of(
                        "PARLEY_WEBHOOKS_ALLOW", "10.1.0.0/16, ::1",
                        "PARLEY_WEBHOOKS_PORTS", "443, 9443",
                        "PARLEY_WEBHOOKS_TRUST", "ca.pem",
                        "PARLEY_WEBHOOKS_TIMEOUT", "20s"))
                .webhooks();

        assertThat(webhooks.allowed()).containsExactly(IpRange.parse("10.1.0.0/16"), IpRange.parse("::1/128"));
        assertThat(webhooks.ports()).containsExactly(443, 9443);
        assertThat(webhooks.trust()).isEqualTo(directory.resolve("ca.pem"));
        assertThat(webhooks.timeLimit()).hasSeconds(20);
        assertThat(load(Map.of()).webhooks()).isEqualTo(WebhookSettings.DEFAULT);
    }

    @Test
    void providersAreSetByNameAndKey() throws IOException {
        Files.writeString(directory.resolve("parley.yml"), "providers: {acme: {base_url: http://x}}\n");

        var config = load(Map.of("PARLEY_PROVIDERS_ACME_API_KEY", "secret"));

        assertThat(config.providers())
                .containsOnly(Map.entry("acme", Map.of("base_url", "http://x", "api_key", "secret")));
    }

    @Test
    void pricesCanBeChanged() throws IOException {
        Files.writeString(
                directory.resolve("parley.yml"),
                "tariff: {elevenlabs-v3: {per_1000: 30.5}, acme-1.5: {per_1000: 2, minimum: 0.1}}\n");

        var tariff = load(Map.of()).tariff();

        assertThat(tariff.quote("elevenlabs-v3", "local", 1000).price()).isEqualTo(Credits.parse("30.5"));
        assertThat(tariff.quote("elevenlabs-v3", "local", 1).price())
                .as("the shipped minimum")
                .isEqualTo(Credits.ofWhole(1));
        assertThat(tariff.quote("acme-1.5", "acme", 10).price()).isEqualTo(Credits.parse("0.1"));
        assertThat(tariff.quote("local-dialogue-v1", "local", 1000).price()).isEqualTo(Credits.ofWhole(1));
    }

    @Test
    void aProviderOfAModelCanHaveItsOwnPrice() throws IOException {
        Files.writeString(
                directory.resolve("parley.yml"),
                "tariff: {elevenlabs-v3@pixazo: {per_1000: 12}, elevenlabs-v3: {minimum: 2}}\n");

        var tariff = load(Map.of()).tariff();

        assertThat(tariff.quote("elevenlabs-v3", "pixazo", 1000).price()).isEqualTo(Credits.ofWhole(12));
        assertThat(tariff.quote("elevenlabs-v3", "pixazo", 1).price())
                .as("the model's minimum")
                .isEqualTo(Credits.ofWhole(2));
        assertThat(tariff.quote("elevenlabs-v3", "apiin", 1000).price()).isEqualTo(Credits.ofWhole(28));
    }

    @Test
    void routesKeepTheirOrderAndWeights() throws IOException {
        Files.writeString(directory.resolve("parley.yml"), """
            routes: {elevenlabs-v3: {by: weight, providers: 'pixazo=3, apiin'}}
            providers: {apiin: {at_once: 7}}
            """);

        var config = load(Map.of());

        var rule = config.routes().getOrDefault("elevenlabs-v3", RoutingRule.STANDARD);
        assertThat(rule.choice()).isEqualTo(PublicModel.Choice.WEIGHT);
        assertThat(rule.providers()).containsExactly(entry("pixazo", 3), entry("apiin", 1));
        assertThat(config.atOnce()).containsExactly(entry("apiin", 7));
        assertThat(config.providers()).as("the gateway's, not the provider's").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routes: {m: {by: luck}}",
                "routes: {m: {providers: 'a, a'}}",
                "routes: {m: {providers: 'a=0'}}",
                "routes: {m: {providers: 'a=1001'}}",
                "providers: {a: {at_once: none}}"
            })
    void badRoutesAreNamed(String file) throws IOException {
        Files.writeString(directory.resolve("parley.yml"), file + "\n");

        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("'(routes\\.m\\.(by|providers)|providers\\.a\\.at_once)' must be .*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARLEY_HTTP_PROT         | 1            | PARLEY_HTTP_PROT is no setting",
                "PARLEY_HTTP_PORT         | 70000        | 'http.port' (PARLEY_HTTP_PORT) must be a whole number",
                "PARLEY_HTTP_PORT         | eighty       | 'http.port' (PARLEY_HTTP_PORT) must be a whole number",
                "PARLEY_STRICT            | yes          | 'strict' (PARLEY_STRICT) must be true or false",
                "PARLEY_LIMITS_AUDIO_AGE  | 1 day        | 'limits.audio_age' (PARLEY_LIMITS_AUDIO_AGE) must be a time",
                "PARLEY_LIMITS_AUDIO_AGE  | -1h          | 'limits.audio_age'",
                "PARLEY_LIMITS_RENDERS    | 0            | 'limits.renders'",
                "PARLEY_DIALOGUE_GAP      | 11s          | 'dialogue.gap' (PARLEY_DIALOGUE_GAP) must be a time from 0s",
                "PARLEY_DIALOGUE_GAP      | -1ms         | 'dialogue.gap'",
                "PARLEY_DIALOGUE_GAP      | soon         | 'dialogue.gap'",
                "PARLEY_DIALOGUE_TURNS_AT_ONCE | 0       | 'dialogue.turns_at_once'",
                "PARLEY_PUBLIC_URL        | example.com  | 'public.url' (PARLEY_PUBLIC_URL) must be an http or https"
                        + " URL",
                "PARLEY_BOOTSTRAP_CREDITS | 1.0000001    | 'bootstrap.credits': '1.0000001' is not an amount of"
                        + " credits",
                "PARLEY_DB_URL            | jdbc:x       | 'db.url' (PARLEY_DB_URL) must begin with 'jdbc:postgresql:'",
                "PARLEY_BIND              | no such host | 'bind' (PARLEY_BIND) must be an address of this machine",
                "PARLEY_TRUSTED_PROXIES   | 10.0.0.1/8   | 'trusted.proxies' (PARLEY_TRUSTED_PROXIES) must be"
                        + " addresses",
                "PARLEY_TRUSTED_PROXIES   | ::1,proxy    | 'trusted.proxies'",
                "PARLEY_PLUGINS_SHA256    | ba7816bf     | 'plugins.sha256' (PARLEY_PLUGINS_SHA256) must be SHA-256",
                "PARLEY_WEBHOOKS_ALLOW    | 10.0.0.1/8   | 'webhooks.allow' (PARLEY_WEBHOOKS_ALLOW) must be"
                        + " addresses",
                "PARLEY_WEBHOOKS_ALLOW    | localhost    | 'webhooks.allow'",
                "PARLEY_WEBHOOKS_PORTS    | 443,none     | 'webhooks.ports' (PARLEY_WEBHOOKS_PORTS) must be ports",
                "PARLEY_WEBHOOKS_PORTS    | 0            | 'webhooks.ports'",
                "PARLEY_WEBHOOKS_PORTS    | 443,70000    | 'webhooks.ports'",
                "PARLEY_WEBHOOKS_TRUST    | missing.pem  | 'webhooks.trust' (PARLEY_WEBHOOKS_TRUST) must be a PEM"
                        + " file",
                "PARLEY_WEBHOOKS_TIMEOUT  | 1h           | 'webhooks.timeout' (PARLEY_WEBHOOKS_TIMEOUT) must be a"
                        + " time",
                "PARLEY_CONFIG            | missing.yml  | does not exist",
            })
    void aBadSettingStopsTheStart(String name, String value, String message) {
        assertThatThrownBy(() -> load(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http: {prot: 1}              | 'http.prot'",
                "tariff: {x: {per_100: 1}}    | 'tariff.x.per_100'",
                "{http.port: 1, http: {port: 2}} | 'http.port' is set twice",
                "{{{                          | cannot be read",
                "!!java.io.File [/etc/passwd] | cannot be read",
            })
    void aBadFileStopsTheStart(String content, String message) throws IOException {
        Files.writeString(directory.resolve("parley.yml"), content);

        assertThatThrownBy(() -> load(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPriceForAModelThatNobodyHasIsNamed() throws IOException {
        Files.writeString(directory.resolve("parley.yml"), "tariff: {acme: {per_1000: 2}, typo: {per_1000: 2}}\n");
        var config = load(Map.of());

        assertThatThrownBy(() -> config.checkTariff(List.of("acme")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'tariff.typo' names no model. Models: acme.");
    }

    private ServerConfig load(Map<String, String> environment) {
        return ServerConfig.load(environment, directory);
    }
}
