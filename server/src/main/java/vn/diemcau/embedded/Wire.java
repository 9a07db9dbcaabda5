package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.MessageToByteEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MongoDB's wire protocol on a loopback port chosen by the system. */
final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int OP_MSG = 2013;
    private static final int MOST_CONNECTIONS = 1000;

    private record Out(int requestId, Reply reply) {}

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, new DefaultThreadFactory("store-wire", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Commands commands;
    private final Channel channel;

    Wire(Commands commands) {
        this.commands = commands;
        this.channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline()
                                .addLast(
                                        new MongoWireProtocolHandler(),
                                        new MongoWireReplyEncoder(),
                                        new Encoder(),
                                        new Handler());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private final class Handler extends SimpleChannelInboundHandler<ClientRequest> {
        private final Commands.Client client = new Commands.Client(numbers.incrementAndGet());

        @Override
        public void channelActive(ChannelHandlerContext context) {
            clients.add(context.channel());
            if (clients.size() > MOST_CONNECTIONS) {
                LOG.warn("more than {} connections to the embedded store; one is refused", MOST_CONNECTIONS);
                context.close();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
            int id = request.getHeader().getRequestID();
            if (request instanceof MongoMessage message) {
                Document command = message.getDocument();
                String database = String.valueOf(command.get("$db"));
                commands.handle(
                        client, database, command, reply -> context.channel().writeAndFlush(new Out(id, reply)));
            } else if (request instanceof MongoQuery query) {
                Document command = query.getQuery().get("$query") instanceof Document inner ? inner : query.getQuery();
                commands.handle(client, query.getDatabaseName(), command, reply -> {
                    List<Document> documents = reply.document() == null ? List.of() : List.of(reply.document());
                    context.channel().writeAndFlush(new MongoReply(new MessageHeader(0, id), documents, 0));
                });
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.warn("a connection to the embedded store is closed: {}", cause.toString());
            context.close();
        }
    }

    /** Writes a reply as one OP_MSG; a batch goes out as the bytes it came from the file. */
    private static final class Encoder extends MessageToByteEncoder<Out> {
        @Override
        protected void encode(ChannelHandlerContext context, Out out, ByteBuf buffer) {
            int start = buffer.writerIndex();
            buffer.writeIntLE(0)
                    .writeIntLE(0)
                    .writeIntLE(out.requestId())
                    .writeIntLE(OP_MSG)
                    .writeIntLE(0)
                    .writeByte(0);
            Reply reply = out.reply();
            if (reply.document() != null) {
                BsonEncoder.encodeDocument(reply.document(), buffer);
            } else {
                cursor(reply, buffer);
            }
            buffer.setIntLE(start, buffer.writerIndex() - start);
        }

        private static void cursor(Reply reply, ByteBuf buffer) {
            int whole = open(buffer);
            name(3, "cursor", buffer);
            int cursor = open(buffer);
            name(4, reply.batchName(), buffer);
            int batch = open(buffer);
            int i = 0;
            for (byte[] document : reply.batch()) {
                name(3, Integer.toString(i++), buffer);
                buffer.writeBytes(document);
            }
            close(batch, buffer);
            name(18, "id", buffer);
            buffer.writeLongLE(reply.cursor());
            name(2, "ns", buffer);
            byte[] namespace = reply.namespace().getBytes(StandardCharsets.UTF_8);
            buffer.writeIntLE(namespace.length + 1).writeBytes(namespace).writeByte(0);
            close(cursor, buffer);
            name(1, "ok", buffer);
            buffer.writeLongLE(Double.doubleToRawLongBits(1.0));
            close(whole, buffer);
        }

        private static int open(ByteBuf buffer) {
            buffer.writeIntLE(0);
            return buffer.writerIndex() - 4;
        }

        private static void close(int start, ByteBuf buffer) {
            buffer.writeByte(0);
            buffer.setIntLE(start, buffer.writerIndex() - start);
        }

        private static void name(int type, String name, ByteBuf buffer) {
            buffer.writeByte(type);
            buffer.writeCharSequence(name, StandardCharsets.UTF_8);
            buffer.writeByte(0);
        }
    }

    /** No new connections from now on. */
    void stopListening() {
        channel.close().syncUninterruptibly();
    }

    @Override
    public void close() {
        stopListening();
        clients.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
