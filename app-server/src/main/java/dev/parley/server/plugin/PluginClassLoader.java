package dev.parley.server.plugin;

import java.net.URL;
import java.net.URLClassLoader;

/** One plugin's own world: the JDK, the shared packages, its jars. Nothing else of the gateway, and no other plugin. */
final class PluginClassLoader extends URLClassLoader {

    private static final String GATEWAY = "dev.parley.";

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String plugin, URL[] jars, ClassLoader host) {
        super("plugin-" + plugin, jars, new Window(host));
    }

    /** The parent is always asked first, so what comes here is not shared: a plugin must not add to our packages. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(GATEWAY)) {
            throw new ClassNotFoundException(
                    name + ": dev.parley is the gateway's own; a plugin sees of it only " + SharedPackages.ALL);
        }
        return super.findClass(name);
    }

    /** Shows the shared packages of the host. What they need in turn is linked by the host's loader, unseen. */
    private static final class Window extends ClassLoader {
        private final ClassLoader host;

        static {
            registerAsParallelCapable();
        }

        Window(ClassLoader host) {
            super("shared-packages", ClassLoader.getPlatformClassLoader());
            this.host = host;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SharedPackages.contain(name)) {
                return host.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
