/** The provider SPI: what a plugin implements. Published; plugins/README.md tells its clauses. */
@NullMarked
package dev.parley.ports.provider;

import org.jspecify.annotations.NullMarked;
