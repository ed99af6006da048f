/** Drafts whose fields have the same names in every dialect that has them. */
@NullMarked
package dev.parley.rest.draft;

import org.jspecify.annotations.NullMarked;
