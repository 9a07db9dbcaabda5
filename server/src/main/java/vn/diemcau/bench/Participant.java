package vn.diemcau.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody in a browser, as far as Prosody can tell: XMPP over a websocket with stream management. */
public final class Participant implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern JID = Pattern.compile("<jid>([^<]+)</jid>");
    private static final Pattern RESUMABLE = Pattern.compile("<enabled [^>]*\\bid=['\"]([^'\"]+)['\"]");

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final String domain;
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private volatile boolean frozen;
    private volatile int counted;
    private @Nullable String resumable;
    private String jid = "";

    /** What Prosody said no with. */
    public static final class Refused extends RuntimeException {
        Refused(String said) {
            super(said);
        }
    }

    private Participant(URI address, String domain) {
        this.domain = domain;
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("xmpp")
                .buildAsync(address, this)
                .join();
        sending.complete(socket);
    }

    /** Signs in with a token; fails with {@link Refused} when it is not good. */
    public static Participant connect(int port, String token) {
        return connect(URI.create("ws://127.0.0.1:" + port + "/xmpp-websocket?token=" + token), Prosody.HOST);
    }

    /** The same anywhere; the token stands in the address. */
    public static Participant connect(URI address, String domain) {
        Participant one = new Participant(address, domain);
        one.signIn();
        one.say("<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        Matcher bound = JID.matcher(one.await("<jid>"));
        if (bound.find()) one.jid = bound.group(1);
        one.say("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        Matcher enabled = RESUMABLE.matcher(one.await("<enabled"));
        if (enabled.find()) one.resumable = enabled.group(1);
        return one;
    }

    private void signIn() {
        open();
        say("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>");
        await("<success");
        open();
    }

    private void open() {
        say("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + domain + "' version='1.0'/>");
        await("features");
    }

    /** Takes up the lost connection of another. */
    public static Participant resume(int port, String token, Participant lost) {
        String query = "token=" + token + "&previd=" + lost.resumable;
        Participant one =
                new Participant(URI.create("ws://127.0.0.1:" + port + "/xmpp-websocket?" + query), Prosody.HOST);
        one.signIn();
        one.counted = lost.counted;
        one.say("<resume xmlns='urn:xmpp:sm:3' previd='" + lost.resumable + "' h='" + lost.counted + "'/>");
        one.await("<resumed");
        one.jid = lost.jid;
        one.resumable = lost.resumable;
        return one;
    }

    /** Comes into a room; one's own presence as everybody sees it. */
    public String enter(String room, String nick) {
        say("<presence xmlns='jabber:client' to='" + room + "/" + nick
                + "'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        return await("code='110'", "code=\"110\"", "type='error'");
    }

    /** Comes into a room; the time when Prosody said so. */
    public Instant join(String room, String nick, String extra) {
        say("<presence xmlns='jabber:client' to='" + room + "/" + nick + "'><x xmlns='http://jabber.org/protocol/muc'/>"
                + extra + "</presence>");
        await("code='110'", "code=\"110\"", "type='error'");
        return Instant.now();
    }

    public Instant join(String room, String nick) {
        return join(room + "@" + Prosody.MUC, nick, "");
    }

    public void leave(String room, String nick) {
        leaveAt(room + "@" + Prosody.MUC, nick);
    }

    public void leaveAt(String room, String nick) {
        say("<presence xmlns='jabber:client' to='" + room + "/" + nick + "' type='unavailable'/>");
        await("type='unavailable'");
    }

    /** Closes the tab properly. */
    @Override
    public void close() {
        say("<presence xmlns='jabber:client' type='unavailable'/>");
        say("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>");
        await("<close");
        socket.abort();
    }

    /** The browser dies, and the system closes its connections. */
    public void kill() {
        socket.abort();
    }

    /** The connection stands and nobody answers. */
    public void freeze() {
        frozen = true;
    }

    public void say(String xml) {
        send(xml).join();
    }

    /** One after the other: a websocket takes no second text before the first has gone. */
    private CompletableFuture<?> send(String xml) {
        synchronized (heard) {
            sending = sending.handle((done, failure) -> done).thenCompose(done -> socket.sendText(xml, true));
            return sending;
        }
    }

    /** The first stanza that contains one of the texts; what comes before it is passed over. */
    public String await(String... texts) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try {
            while (true) {
                String stanza = heard.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (stanza == null) throw new IllegalStateException("not heard: " + String.join(" or ", texts));
                for (String text : texts) {
                    if (!stanza.contains(text)) continue;
                    if (stanza.contains("type='error'")) throw new Refused(stanza);
                    return stanza;
                }
                if (stanza.contains("<failure")) throw new Refused(stanza);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (frozen) return null;
        part.append(data);
        if (last) {
            String stanza = part.toString();
            part.setLength(0);
            if (stanza.startsWith("<r ") || stanza.startsWith("<r/")) {
                send("<a xmlns='urn:xmpp:sm:3' h='" + counted + "'/>");
            } else {
                if (stanza.startsWith("<enabled")) counted = 0;
                if (stanza.startsWith("<message") || stanza.startsWith("<presence") || stanza.startsWith("<iq"))
                    counted++;
                heard.add(stanza);
            }
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        heard.add("<failure>" + error + "</failure>");
    }
}
