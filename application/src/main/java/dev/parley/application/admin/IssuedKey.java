package dev.parley.application.admin;

import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeySecret;

/** A key and its secret, which nobody can tell again. */
public record IssuedKey(ApiKey key, KeySecret secret) {}
