package dev.parley.rest.admin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The one way in which tokens are signed: HS256. A header says that and the type, and nothing else: whatever it would say
 * more, of keys to fetch or rules to follow, it would say for somebody who is not us.
 */
@Singleton
final class TokenSignature implements SignatureGeneratorConfiguration {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String TYPE = "parley-admin+jwt";
    private static final Map<String, Object> HEADER = Map.of("alg", ALGORITHM.getName(), "typ", TYPE);

    private final AdminTokenKey key;

    TokenSignature(AdminTokenKey key) {
        this.key = key;
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only " + ALGORITHM + " is taken";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return ALGORITHM.equals(algorithm);
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        return token.getHeader().toJSONObject().equals(HEADER) && token.verify(new MACVerifier(key.bytes()));
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        var header =
                new JWSHeader.Builder(ALGORITHM).type(new JOSEObjectType(TYPE)).build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key.bytes()));
        return token;
    }
}
