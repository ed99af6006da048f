/** The provider aivideoapi against its document. */
@NullMarked
package dev.parley.adapters.proxies.aivideoapi;

import org.jspecify.annotations.NullMarked;
