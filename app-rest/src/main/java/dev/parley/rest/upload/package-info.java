/** Requests that bring files: multipart/form-data, read as it comes, its files straight to the store. */
@NullMarked
package dev.parley.rest.upload;

import org.jspecify.annotations.NullMarked;
