package dev.parley.adapters.storage.jdbc;

import dev.parley.adapters.storage.ApiKeysContract;
import dev.parley.adapters.storage.Stores;

class PostgresApiKeysTest extends ApiKeysContract {
    @Override
    protected Stores stores() {
        return SharedPostgres.emptied();
    }
}
