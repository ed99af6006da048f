package dev.parley.rest.auth;

import io.micronaut.http.annotation.ServerFilter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A filter of all that needs an API key. Whatever else there is is for admins, or open to everybody. */
@ServerFilter({"/v1/**", "/v2/**", "/api/**", "/eleven-v3-alpha-954/**", "/elevenlabs-music-api-368/**"})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Guarded {}
