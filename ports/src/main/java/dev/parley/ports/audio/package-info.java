/** Where audio is kept, and how it changes format. Internal: may change with any version. */
@NullMarked
package dev.parley.ports.audio;

import org.jspecify.annotations.NullMarked;
