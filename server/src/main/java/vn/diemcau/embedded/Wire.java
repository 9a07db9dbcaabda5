package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
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
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MongoDB's wire protocol (OP_MSG, and OP_QUERY for the greeting) on a loopback port chosen by the system. */
final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM = 1;
    private static final int MORE_TO_COME = 2;
    private static final int UNKNOWN_REQUIRED_FLAGS = 0xFFFC;
    private static final int MOST_CONNECTIONS = 1000;
    private static final String FRAMES = "frames";
    /** Whoever has not said the secret yet has little to say. */
    private static final int LARGEST_BEFORE_SIGN_IN = 16 << 10;

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
                                .addLast(FRAMES, frames(LARGEST_BEFORE_SIGN_IN))
                                .addLast(new Handler());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private static LengthFieldBasedFrameDecoder frames(int largest) {
        return new LengthFieldBasedFrameDecoder(ByteOrder.LITTLE_ENDIAN, largest, 0, 4, -4, 0, true);
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private final class Handler extends SimpleChannelInboundHandler<ByteBuf> {
        private final Commands.Client client = new Commands.Client(numbers.incrementAndGet());
        private boolean trusted;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            clients.add(context.channel());
            if (clients.size() > MOST_CONNECTIONS) {
                LOG.warn("more than {} connections to the embedded store; one is refused", MOST_CONNECTIONS);
                context.close();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            byte[] bytes = new byte[frame.readableBytes()];
            frame.readBytes(bytes);
            var reader = new Bson.Reader(bytes, 4);
            int id = reader.number();
            reader.number();
            int operation = reader.number();
            if (operation == OP_MSG) {
                message(context, id, bytes, reader);
            } else if (operation == OP_QUERY) {
                query(context, id, reader);
            } else {
                LOG.warn("operation {} of the wire protocol is not supported", operation);
                context.close();
            }
            if (!trusted && client.isKnown()) {
                trusted = true;
                context.pipeline().replace(FRAMES, FRAMES, frames(Commands.LARGEST_MESSAGE));
            }
        }

        private void message(ChannelHandlerContext context, int id, byte[] bytes, Bson.Reader reader) {
            int flags = reader.number();
            boolean silent = (flags & MORE_TO_COME) != 0;
            Document command;
            try {
                if ((flags & UNKNOWN_REQUIRED_FLAGS) != 0) {
                    throw new MongoServerError(9, "FailedToParse", "unknown required flags " + flags);
                }
                command = sections(reader, bytes.length - ((flags & CHECKSUM) != 0 ? 4 : 0));
            } catch (MongoServerError | IndexOutOfBoundsException e) {
                context.writeAndFlush(encoded(context, id, Reply.of(Problems.reply(e))));
                return;
            }
            String database = String.valueOf(command.get("$db"));
            commands.handle(client, database, command, reply -> {
                if (!silent) {
                    context.channel().writeAndFlush(encoded(context, id, reply));
                }
            });
        }

        /** A body, and sequences of documents that belong into it. */
        private static Document sections(Bson.Reader reader, int end) {
            var command = new Document();
            var sequences = new Document();
            while (reader.at() < end) {
                if (reader.octet() == 0) {
                    command = reader.document(0);
                    continue;
                }
                int stop = reader.at() + reader.number();
                String name = reader.name();
                List<Document> documents = new ArrayList<>();
                while (reader.at() < stop) {
                    documents.add(reader.document(0));
                }
                sequences.put(name, documents);
            }
            command.putAll(sequences);
            return command;
        }

        private void query(ChannelHandlerContext context, int id, Bson.Reader reader) {
            reader.number();
            String namespace = reader.name();
            reader.number();
            reader.number();
            Document query = reader.document(0);
            Document command = query.get("$query") instanceof Document inner ? inner : query;
            int dot = namespace.indexOf('.');
            commands.handle(client, namespace.substring(0, Math.max(dot, 0)), command, reply -> {
                byte[] document = Bson.encode(reply.document() == null ? new Document() : reply.document());
                ByteBuf out = context.alloc().buffer(36 + document.length);
                out.writeIntLE(36 + document.length)
                        .writeIntLE(0)
                        .writeIntLE(id)
                        .writeIntLE(OP_REPLY)
                        .writeIntLE(0);
                context.channel()
                        .writeAndFlush(
                                out.writeLongLE(0).writeIntLE(0).writeIntLE(1).writeBytes(document));
            });
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.warn("a connection to the embedded store is closed: {}", cause.toString());
            context.close();
        }
    }

    /** A reply as one OP_MSG; a batch goes out as the bytes it came from the file. */
    private static ByteBuf encoded(ChannelHandlerContext context, int request, Reply reply) {
        byte[] document = reply.document() == null ? null : Bson.encode(reply.document());
        ByteBuf buffer = context.alloc().buffer(256);
        buffer.writeIntLE(0)
                .writeIntLE(0)
                .writeIntLE(request)
                .writeIntLE(OP_MSG)
                .writeIntLE(0)
                .writeByte(0);
        if (document != null) {
            buffer.writeBytes(document);
        } else {
            cursor(reply, buffer);
        }
        return buffer.setIntLE(0, buffer.writerIndex());
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
