/** Jobs, by fake clocks and scripted upstreams. */
@NullMarked
package dev.parley.adapters.proxies.job;

import org.jspecify.annotations.NullMarked;
