package dev.parley.rest.admin;

import com.nimbusds.jose.JOSEException;
import dev.parley.domain.account.Admin;
import jakarta.inject.Singleton;

/** Gives tokens to admins who have signed in. */
@Singleton
final class TokenIssuer {

    private final TokenClaims claims;
    private final TokenSignature signature;

    TokenIssuer(TokenClaims claims, TokenSignature signature) {
        this.claims = claims;
        this.signature = signature;
    }

    String issue(Admin admin) throws JOSEException {
        return signature.sign(claims.of(admin)).serialize();
    }
}
