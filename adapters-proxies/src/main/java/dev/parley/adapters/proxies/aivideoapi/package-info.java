/** The provider aivideoapi: seeds/000 as an upstream. */
@NullMarked
package dev.parley.adapters.proxies.aivideoapi;

import org.jspecify.annotations.NullMarked;
