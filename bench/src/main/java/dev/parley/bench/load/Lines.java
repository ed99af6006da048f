package dev.parley.bench.load;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The callers of one measurement, on one event loop. */
final class Lines {

    /** What most servers of HTTP/2 allow on one connection. */
    private static final int CALLS_PER_CONNECTION = 100;

    private final EventLoop loop;
    private final List<Channel> plain = new ArrayList<>();
    private final List<ManagedChannel> shared = new ArrayList<>();

    Lines(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * So many more.
     *
     * @param whenFree once one is there, and after each of its answers
     */
    void open(Ask ask, int many, Tally tally, Consumer<Line> whenFree) throws InterruptedException {
        for (int i = 0; i < many; i++) {
            switch (ask) {
                case HttpAsk http -> connect(http, tally, whenFree);
                case GrpcAsk grpc -> share(grpc, i, tally, whenFree);
            }
        }
    }

    /** Calls that are under way break. */
    void leave() throws InterruptedException {
        for (var channel : plain) {
            channel.close().sync();
        }
        for (var channel : shared) {
            channel.shutdownNow();
            channel.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private void connect(HttpAsk ask, Tally tally, Consumer<Line> whenFree) throws InterruptedException {
        plain.add(new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpResponseDecoder())
                                .addLast(new HttpLine(ask, tally, whenFree));
                    }
                })
                .connect(InetAddress.getLoopbackAddress(), ask.port())
                .sync()
                .channel());
    }

    private void share(GrpcAsk ask, int which, Tally tally, Consumer<Line> whenFree) {
        if (which % CALLS_PER_CONNECTION == 0) {
            shared.add(NettyChannelBuilder.forAddress(
                            InetAddress.getLoopbackAddress().getHostAddress(), ask.port())
                    .usePlaintext()
                    .build());
        }
        var line = new GrpcLine(ask, shared.getLast(), loop, tally, whenFree);
        loop.execute(() -> whenFree.accept(line));
    }
}
