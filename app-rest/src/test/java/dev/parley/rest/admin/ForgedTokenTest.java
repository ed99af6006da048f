package dev.parley.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are nearly right. */
class ForgedTokenTest {

    private static final Map<String, Object> HEADER = Map.of("alg", "HS256", "typ", "parley-admin+jwt");

    private static AdminGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new AdminGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** The tables below would all pass if the honest token failed as well. */
    @Test
    void theHonestTokenIsAccepted() {
        assertThat(status(hmac(HEADER, claims(), AdminGateway.TOKEN_KEY, "HmacSHA256")))
                .isEqualTo(200);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                header("kid path", h -> h.put("kid", "../../../../dev/null")),
                header("kid SQL", h -> h.put("kid", "' UNION SELECT 'x")),
                header("jku", h -> h.put("jku", "http://127.0.0.1:1/keys")),
                header("x5u", h -> h.put("x5u", "http://127.0.0.1:1/cert")),
                header(
                        "jwk",
                        h -> h.put(
                                "jwk",
                                Map.of("kty", "oct", "k", Base64URL.encode("x").toString()))),
                header("crit", h -> h.put("crit", List.of("exp"))),
                header("b64", h -> {
                    h.put("b64", false);
                    h.put("crit", List.of("b64"));
                }),
                header("cty", h -> h.put("cty", "JWT")),
                header("typ of an ordinary token", h -> h.put("typ", "JWT")),
                header("no typ", h -> h.remove("typ")),
                header("alg none, signed", h -> h.put("alg", "none")),
                header("alg in another case", h -> h.put("alg", "hs256")),
                header("alg HS384, signed HS256", h -> h.put("alg", "HS384")),
                header("alg RS256, signed HS256", h -> h.put("alg", "RS256")),
                header("no alg", h -> h.remove("alg")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void aHeaderThatSaysAnythingElseIsRefused(String name, Map<String, Object> header) {
        assertThat(status(hmac(header, claims(), AdminGateway.TOKEN_KEY, "HmacSHA256")))
                .isEqualTo(401);
    }

    static Stream<Arguments> claimSets() {
        long now = gateway.clock.instant().getEpochSecond();
        return Stream.of(
                claim("expired", c -> c.put("exp", now)),
                claim("expired long ago", c -> c.put("exp", now - 900)),
                claim("no exp", c -> c.remove("exp")),
                claim("exp too far away", c -> c.put("exp", now + 901)),
                claim("exp far away, iat in the future", c -> {
                    c.put("iat", now + 3600);
                    c.put("exp", now + 3600 + 900);
                }),
                claim("exp as text", c -> c.put("exp", Long.toString(now + 900))),
                claim("exp beyond all numbers", c -> c.put("exp", Long.MAX_VALUE)),
                claim("iat in the future", c -> c.put("iat", now + 60)),
                claim("no iat", c -> c.remove("iat")),
                claim("nbf in the future", c -> c.put("nbf", now + 60)),
                claim("wrong aud", c -> c.put("aud", "parley")),
                claim("two auds", c -> c.put("aud", List.of("parley-admin", "other"))),
                claim("no aud", c -> c.remove("aud")),
                claim("wrong iss", c -> c.put("iss", "https://accounts.example")),
                claim("no iss", c -> c.remove("iss")),
                claim("unknown sub", c -> c.put("sub", "root")),
                claim("no sub", c -> c.remove("sub")),
                claim("another role", c -> c.put("roles", List.of("ADMIN", "ROOT"))),
                claim("no role", c -> c.remove("roles")),
                claim("another password", c -> c.put("password_since", since() - 1)),
                claim("no password", c -> c.remove("password_since")),
                claim("given before the password", c -> {
                    c.put("iat", since() / 1000 - 1);
                    c.put("exp", since() / 1000 + 899);
                }),
                claim("one claim more", c -> c.put("jti", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimSets")
    void claimsThatSayAnythingElseAreRefused(String name, Map<String, Object> claims) {
        assertThat(status(hmac(HEADER, claims, AdminGateway.TOKEN_KEY, "HmacSHA256")))
                .isEqualTo(401);
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String unsigned = part(Map.of("alg", "none")) + "." + part(claims()) + ".";
        assertThat(status(unsigned)).isEqualTo(401);
        assertThat(status(part(Map.of("alg", "none", "typ", "parley-admin+jwt")) + "." + part(claims()) + "."))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512"})
    void theSameKeyUnderAStrongerNameIsRefused(String algorithm) {
        var header = Map.<String, Object>of("alg", algorithm, "typ", "parley-admin+jwt");
        assertThat(status(hmac(header, claims(), AdminGateway.TOKEN_KEY, algorithm.replace("HS", "HmacSHA"))))
                .isEqualTo(401);
    }

    @Test
    void anotherKeyIsRefused() {
        assertThat(status(hmac(HEADER, claims(), new byte[32], "HmacSHA256"))).isEqualTo(401);
        assertThat(status(hmac(HEADER, claims(), new byte[] {0}, "HmacSHA256"))).isEqualTo(401);
    }

    @Test
    void anRsaSignatureIsRefused() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String input = part(Map.of("alg", "RS256", "typ", "parley-admin+jwt")) + "." + part(claims());
        var rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(pair.getPrivate());
        rsa.update(input.getBytes(StandardCharsets.US_ASCII));
        assertThat(status(input + "." + Base64URL.encode(rsa.sign()))).isEqualTo(401);
        assertThat(status(hmac(HEADER, claims(), pair.getPublic().getEncoded(), "HmacSHA256")))
                .isEqualTo(401);
    }

    @Test
    void aChangedTokenIsRefused() {
        var parts = gateway.token().split("\\.", -1);
        var other = claims();
        other.put("sub", "root");
        assertThat(status(parts[0] + "." + part(other) + "." + parts[2])).isEqualTo(401);
        assertThat(status(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(status(parts[0] + "." + parts[1])).isEqualTo(401);
        assertThat(status(parts[0] + "." + parts[1] + "." + parts[2].substring(1)))
                .isEqualTo(401);
        assertThat(status(String.join(".", parts) + ".x")).isEqualTo(401);
        assertThat(status(parts[0] + "." + parts[1] + "." + parts[2] + "A")).isEqualTo(401);
    }

    @Test
    void aWeakSecretStopsTheStart() {
        assertThatThrownBy(() -> new AdminTokenKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AdminTokenKey(new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyDoesNotPrint() {
        assertThat(new AdminTokenKey(AdminGateway.TOKEN_KEY)).hasToString("***");
    }

    private static Arguments header(String name, Consumer<Map<String, Object>> change) {
        var header = new LinkedHashMap<>(HEADER);
        change.accept(header);
        return Arguments.of(name, header);
    }

    private static Arguments claim(String name, Consumer<Map<String, Object>> change) {
        var claims = claims();
        change.accept(claims);
        return Arguments.of(name, claims);
    }

    /** As an honest token has them. */
    private static Map<String, Object> claims() {
        long now = gateway.clock.instant().getEpochSecond();
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", "parley");
        claims.put("aud", "parley-admin");
        claims.put("sub", "admin");
        claims.put("iat", now);
        claims.put("exp", now + 900);
        claims.put("roles", List.of("ADMIN"));
        claims.put("password_since", since());
        return claims;
    }

    private static long since() {
        return gateway.store
                .admins()
                .find("admin")
                .orElseThrow()
                .passwordSince()
                .toEpochMilli();
    }

    private static String hmac(Map<String, Object> header, Map<String, Object> claims, byte[] key, String algorithm) {
        String input = part(header) + "." + part(claims);
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(Map<String, Object> json) {
        return new Payload(new HashMap<>(json)).toBase64URL().toString();
    }

    private static int status(String token) {
        return gateway.as(token, "GET", "/admin/v1/accounts", "").status();
    }
}
