/** The audio that a job has made: fetched from wherever the upstream says, and trusted no further than it can be checked. */
@NullMarked
package dev.parley.adapters.proxies.file;

import org.jspecify.annotations.NullMarked;
