/** Lists of models and voices, at paths that several dialects share. */
@NullMarked
package dev.parley.rest.catalog;

import org.jspecify.annotations.NullMarked;
