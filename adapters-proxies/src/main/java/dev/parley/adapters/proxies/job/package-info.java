/** A rendering as a job: submitted, asked after until it is done, and fetched. */
@NullMarked
package dev.parley.adapters.proxies.job;

import org.jspecify.annotations.NullMarked;
