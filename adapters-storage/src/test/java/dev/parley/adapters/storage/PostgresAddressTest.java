package dev.parley.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        jdbc:postgresql://db/parley;                                  jdbc:postgresql://db/parley;             ;    ;
        jdbc:postgresql://db/parley?user=a&password=b;                jdbc:postgresql://db/parley;             a;   b
        jdbc:postgresql://db/parley?sslmode=require&user=a;           jdbc:postgresql://db/parley?sslmode=require; a;
        jdbc:postgresql://db/parley?password=b%26c%3D&ssl=true&user=%C3%A4; jdbc:postgresql://db/parley?ssl=true; ä; b&c=
        jdbc:postgresql:parley?password=a%2Bb;                        jdbc:postgresql:parley;                  ;    a+b
        """)
    void userAndPasswordLeaveTheUrl(String url, String clean, @Nullable String user, @Nullable String password) {
        assertThat(PostgresAddress.parse(url)).isEqualTo(new PostgresAddress(clean, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db/parley?password=secret",
                "jdbc:mysql://db/parley?password=secret",
                "jdbc:postgresql://a:secret@db/parley",
                "jdbc:postgresql://db/parley?password=secret%zz",
                "secret"
            })
    void whatIsNoUrlIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> PostgresAddress.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsGivenApartComesBeforeTheUrl() {
        assertThat(StorageProperties.postgres("jdbc:postgresql://db/p?user=a&password=b", "c", "d", 4))
                .containsEntry("datasources.default.url", "jdbc:postgresql://db/p")
                .containsEntry("datasources.default.username", "c")
                .containsEntry("datasources.default.password", "d")
                .containsEntry("datasources.default.maximum-pool-size", 4);
    }

    @Test
    void aPoolThatCouldNotMigrateIsRefused() {
        assertThatThrownBy(() -> StorageProperties.postgres("jdbc:postgresql://db/p", null, null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 connections");
    }

    @Test
    void anAddressNeverPrintsItsPassword() {
        assertThat(PostgresAddress.parse("jdbc:postgresql://db/p?user=a&password=secret"))
                .hasToString("jdbc:postgresql://db/p");
    }
}
