package vn.diemcau.meeting;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jitsi.xmpp.extensions.jitsimeet.IdentityPacketExtension;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jivesoftware.smackx.muc.packet.MUCInitialPresence;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * A connection to somebody else's Prosody that can look into rooms. What it sees is told on the context it was opened on, in order. One
 * sight is one connection: after {@link Watcher#lost} open another.
 */
final class Sight {
    /** The name under which it is seen in a room. */
    static final String NICK = "diemcau";

    private static final int TIMEOUT_MILLIS = 10_000;
    /** The focus and somebody: what is taken for granted of a room that does not say. */
    private static final int SOME = 2;

    /** How a room that exists answers somebody outside when its Prosody hides rooms. */
    private static final StanzaError.Condition[] HIDDEN = {
        StanzaError.Condition.forbidden, StanzaError.Condition.not_allowed, StanzaError.Condition.not_authorized
    };

    static {
        ProviderManager.addExtensionProvider(
                IdentityPacketExtension.ELEMENT,
                // what the extension calls its namespace is not the one it comes in
                "jabber:client",
                new IdentityPacketExtension.Provider());
        Roster.setRosterLoadedAtLoginDefault(false);
    }

    /** Told of what is seen. */
    interface Watcher {
        /**
         * Somebody is in the room.
         *
         * @param user who, as Prosody's own mark on the presence says, or null without one
         */
        void there(String room, String nick, @Nullable String user, @Nullable String name);

        void gone(String room, String nick);

        /** Everybody who was there has been told, and we are in. */
        void sighted(String room);

        /** We are not or no longer in. */
        void out(String room);

        void lost();
    }

    private final MeetingServer.Observed server;
    private final Context context;
    private final Watcher watcher;
    private final XMPPTCPConnection connection;
    private final ConnectionListener losing = new ConnectionListener() {
        @Override
        public void connectionClosed() {
            context.runOnContext(now -> lost());
        }

        @Override
        public void connectionClosedOnError(Exception failure) {
            context.runOnContext(now -> lost());
        }
    };
    private boolean closed;

    private Sight(MeetingServer.Observed server, Context context, Watcher watcher, XMPPTCPConnection connection) {
        this.server = server;
        this.context = context;
        this.watcher = watcher;
        this.connection = connection;
    }

    /** Signs in; blocks, so call it on a worker. */
    static Sight open(MeetingServer.Observed server, Context context, Watcher watcher)
            throws IOException, SmackException, XMPPException, InterruptedException {
        XMPPTCPConnection connection = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(server.domain())
                .setHost(server.host())
                .setPort(server.port())
                .setUsernameAndPassword(server.user(), server.password())
                .setResource(Resourcepart.from("diemcau-" + Long.toString(System.nanoTime(), 36)))
                .setSecurityMode(server.withinThisMachine() ? SecurityMode.ifpossible : SecurityMode.required)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setSendPresence(false)
                .build());
        connection.setUseStreamManagement(false);
        connection.setReplyTimeout(TIMEOUT_MILLIS);
        Sight sight = new Sight(server, context, watcher, connection);
        connection.addSyncStanzaListener(
                stanza -> context.runOnContext(now -> sight.seen((Presence) stanza)), StanzaTypeFilter.PRESENCE);
        connection.addConnectionListener(sight.losing);
        try {
            connection.connect();
            connection.login();
        } catch (IOException | SmackException | XMPPException | InterruptedException failure) {
            sight.closed = true;
            connection.instantShutdown();
            throw failure;
        }
        return sight;
    }

    private void lost() {
        if (closed) return;
        closed = true;
        watcher.lost();
    }

    /** Ends it; the watcher is told nothing more. May wait for the threads of the connection. */
    void close() {
        closed = true;
        connection.removeConnectionListener(losing);
        connection.instantShutdown();
    }

    private EntityBareJid jid(String room) throws XmppStringprepException {
        return JidCreate.entityBareFrom(Localpart.from(room), JidCreate.domainBareFrom(server.conference()));
    }

    /** How many are in a room, the meeting's own helpers too; 0 when there is no such room. */
    Future<Integer> occupants(String room) {
        Promise<Integer> answer = Promise.promise();
        try {
            DiscoverInfo ask = DiscoverInfo.builder(connection).to(jid(room)).build();
            connection
                    .sendIqRequestAsync(ask)
                    .onSuccess(info -> context.runOnContext(now -> answer.complete(count(info))))
                    .onError(failure -> context.runOnContext(now -> {
                        if (is(failure, StanzaError.Condition.item_not_found)) answer.complete(0);
                        else if (is(failure, HIDDEN)) answer.complete(SOME);
                        else answer.fail(failure);
                    }));
        } catch (XmppStringprepException failure) {
            answer.fail(failure);
        }
        return answer.future();
    }

    private static int count(Object answer) {
        DataForm form = answer instanceof DiscoverInfo info ? DataForm.from(info) : null;
        String value = form == null || form.getField("muc#roominfo_occupants") == null
                ? null
                : form.getField("muc#roominfo_occupants").getFirstValue();
        // whoever does not say how many is taken to have somebody
        return value == null || !value.matches("\\d{1,6}") ? SOME : Integer.parseInt(value);
    }

    private static boolean is(Exception failure, StanzaError.Condition... conditions) {
        return failure instanceof XMPPException.XMPPErrorException refused
                && Set.of(conditions).contains(refused.getStanzaError().getCondition());
    }

    /** Completes when the other side has answered: until now the sight was good. */
    Future<Void> alive() {
        Promise<Void> answer = Promise.promise();
        connection
                .sendIqRequestAsync(new Ping(connection.getXMPPServiceDomain()))
                .onSuccess(pong -> context.runOnContext(now -> answer.complete()))
                .onError(failure -> context.runOnContext(now -> {
                    // an error is an answer too
                    if (failure instanceof XMPPException.XMPPErrorException) answer.complete();
                    else answer.fail(failure);
                }));
        return answer.future();
    }

    void enter(String room) {
        send(room, true);
    }

    void leave(String room) {
        send(room, false);
    }

    private void send(String room, boolean enter) {
        try {
            EntityFullJid to = JidCreate.entityFullFrom(jid(room), Resourcepart.from(NICK));
            var presence = connection
                    .getStanzaFactory()
                    .buildPresenceStanza()
                    .to(to)
                    .ofType(enter ? Presence.Type.available : Presence.Type.unavailable);
            if (enter) presence.addExtension(new MUCInitialPresence(null, 0, -1, -1, null));
            connection.sendStanza(presence.build());
        } catch (SmackException.NotConnectedException failure) {
            context.runOnContext(now -> lost());
        } catch (XmppStringprepException impossible) {
            throw new IllegalArgumentException(room, impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void seen(Presence presence) {
        if (closed || presence.getFrom() == null || !presence.getFrom().isEntityFullJid()) {
            refused(presence);
            return;
        }
        EntityFullJid from = Objects.requireNonNull(presence.getFrom().asEntityFullJidIfPossible());
        if (!from.getDomain().toString().equals(server.conference())) return;
        String room = from.getLocalpart().toString();
        String nick = from.getResourcepart().toString();
        MUCUser muc = MUCUser.from(presence);
        boolean self = muc != null && muc.getStatus().contains(MUCUser.Status.PRESENCE_TO_SELF_110);
        switch (presence.getType()) {
            case available -> {
                if (self) watcher.sighted(room);
                else {
                    IdentityPacketExtension identity = presence.getExtension(IdentityPacketExtension.class);
                    watcher.there(
                            room,
                            nick,
                            identity == null ? null : identity.getUserId(),
                            identity == null ? null : identity.getUserName());
                }
            }
            case unavailable -> {
                if (self) watcher.out(room);
                else watcher.gone(room, nick);
            }
            case error -> watcher.out(room);
            case subscribe, subscribed, unsubscribe, unsubscribed, probe -> {
                // between people, not in rooms
            }
        }
    }

    /** A room that does not let us in answers in its own name. */
    private void refused(Presence presence) {
        if (closed || presence.getType() != Presence.Type.error || presence.getFrom() == null) return;
        Localpart room = presence.getFrom().getLocalpartOrNull();
        if (room != null) watcher.out(room.toString());
    }
}
