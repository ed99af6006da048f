package dev.parley.server.plugin;

/** Sets the thread's context class loader until closed: libraries inside a plugin look for their services through it. */
final class ContextClasses implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    private ContextClasses(ClassLoader classes) {
        thread.setContextClassLoader(classes);
    }

    static ContextClasses of(ClassLoader classes) {
        return new ContextClasses(classes);
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
