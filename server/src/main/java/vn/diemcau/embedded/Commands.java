package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of everything a client may ask, and which thread answers it. */
final class Commands {

    private static final int WIRE_VERSION = 9;
    private static final int LARGEST_DOCUMENT = 16 * 1024 * 1024;
    static final int LARGEST_MESSAGE = 48_000_000;

    /** One connection: who it is. */
    static final class Client {
        private final int number;
        private Scram.@Nullable Conversation conversation;
        private volatile boolean known;

        Client(int number) {
            this.number = number;
        }

        boolean isKnown() {
            return known;
        }
    }

    private static final Set<String> OPEN = Set.of(
            "hello",
            "ismaster",
            "isMaster",
            "buildInfo",
            "buildinfo",
            "ping",
            "saslStart",
            "saslContinue",
            "endSessions",
            "whatsmyuri",
            "connectionStatus");

    private final Scram scram;
    private final Writer writer;
    private final Readers readers;
    private final Writes writes;
    private final Reads reads;
    private final Aggregates aggregates;
    private final Definitions definitions;
    private final Cursors cursors;

    Commands(
            Scram scram,
            Writer writer,
            Readers readers,
            Writes writes,
            Reads reads,
            Aggregates aggregates,
            Definitions definitions,
            Cursors cursors) {
        this.scram = scram;
        this.writer = writer;
        this.readers = readers;
        this.writes = writes;
        this.reads = reads;
        this.aggregates = aggregates;
        this.definitions = definitions;
        this.cursors = cursors;
    }

    /** Answers exactly once, on whatever thread did the work; never fails itself. */
    void handle(Client client, String database, Document command, Consumer<Reply> answer) {
        String name = command.isEmpty() ? "" : command.keySet().iterator().next();
        try {
            if (!client.known && !OPEN.contains(name)) {
                throw Refusal.unauthorized();
            }
            dispatch(client, name, database, command, answer);
        } catch (RuntimeException e) {
            answer.accept(Reply.of(Problems.reply(e)));
        }
    }

    private void dispatch(Client client, String name, String database, Document command, Consumer<Reply> answer) {
        switch (name) {
            case "insert" -> write(command, Set.of("insert", "documents"), answer, writes.insert(database, command));
            case "update" ->
                write(
                        command,
                        Set.of("update", "updates"),
                        answer,
                        session -> writes.update(session, database, command));
            case "delete" ->
                write(
                        command,
                        Set.of("delete", "deletes"),
                        answer,
                        session -> writes.delete(session, database, command));
            case "findAndModify", "findandmodify" ->
                write(
                        command,
                        Set.of(name, "query", "sort", "remove", "update", "new", "fields", "upsert", "arrayFilters"),
                        answer,
                        session -> writes.findAndModify(session, database, command));
            case "find" -> read(command, answer, (session, effort) -> reads.find(session, database, command, effort));
            case "getMore" -> read(command, answer, (session, effort) -> reads.getMore(session, command, effort));
            case "aggregate" ->
                read(command, answer, (session, effort) -> aggregates.aggregate(session, database, command, effort));
            case "count" ->
                read(command, answer, (session, effort) -> Reply.of(reads.count(session, database, command, effort)));
            case "distinct" ->
                read(
                        command,
                        answer,
                        (session, effort) -> Reply.of(reads.distinct(session, database, command, effort)));
            case "explain" -> answer.accept(Reply.of(reads.explain(database, command)));
            case "killCursors" -> answer.accept(Reply.of(killCursors(command)));
            case "create" -> define(answer, session -> definitions.create(session, database, command));
            case "createIndexes" -> define(answer, session -> definitions.createIndexes(session, database, command));
            case "dropIndexes" -> define(answer, session -> definitions.dropIndexes(session, database, command));
            case "drop" -> define(answer, session -> definitions.drop(session, database, command));
            case "dropDatabase" -> define(answer, session -> definitions.dropDatabase(session, database));
            case "listCollections" -> answer.accept(definitions.listCollections(database, command));
            case "listIndexes" -> answer.accept(definitions.listIndexes(database, command));
            case "listDatabases" -> answer.accept(Reply.of(definitions.listDatabases()));
            case "validate" ->
                read(command, answer, (session, effort) -> Reply.of(definitions.validate(session, database, command)));
            default -> answer.accept(Reply.of(greet(client, name, command)));
        }
    }

    private void read(Document command, Consumer<Reply> answer, Readers.Work work) {
        long millis = Arguments.number(command, "maxTimeMS", 0);
        boolean more = command.containsKey("getMore");
        readers.submit(work, millis, more, (reply, failure) -> answer.accept(reply != null ? reply : failed(failure)));
    }

    private void write(Document command, Set<String> fields, Consumer<Reply> answer, Writer.Work work) {
        Arguments.known(command.keySet().iterator().next(), command, fields);
        submit(false, answer, work);
    }

    private void define(Consumer<Reply> answer, Writer.Work work) {
        submit(true, answer, work);
    }

    private void submit(boolean alone, Consumer<Reply> answer, Writer.Work work) {
        writer.submit(new Writer.Task(
                work, alone, (reply, failure) -> answer.accept(reply != null ? Reply.of(reply) : failed(failure))));
    }

    private static Reply failed(@Nullable Throwable failure) {
        return Reply.of(Problems.reply(failure == null ? new IllegalStateException("no answer") : failure));
    }

    private Document killCursors(Document command) {
        List<?> ids = command.get("cursors") instanceof List<?> list ? list : List.of();
        List<Long> killed = cursors.kill(ids);
        List<Object> unknown = ids.stream()
                .filter(id -> !killed.contains(id))
                .map(id -> (Object) id)
                .toList();
        return ok().append("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }

    static Document ok() {
        return new Document("ok", 1.0);
    }

    /** What concerns the connection and the server as a whole. */
    private Document greet(Client client, String name, Document command) {
        return switch (name) {
            case "hello", "ismaster", "isMaster" -> hello(client, name);
            case "saslStart" -> sasl(client, command, true);
            case "saslContinue" -> sasl(client, command, false);
            case "ping", "endSessions", "logout", "killSessions", "fsync" -> ok();
            case "whatsmyuri" -> ok().append("you", "127.0.0.1:" + client.number);
            case "connectionStatus" -> ok().append("authInfo", authenticated(client));
            case "buildInfo", "buildinfo" -> buildInfo();
            case "serverStatus" ->
                ok().append("version", "4.4.0")
                        .append("process", "diemcau")
                        .append("cursors", cursors.count())
                        .append("localTime", Instant.now());
            case "getParameter" -> throw Refusal.badValue("no option found to get");
            case "getLog" -> ok().append("totalLinesWritten", 0).append("log", List.of());
            case "getCmdLineOpts" -> ok().append("argv", List.of()).append("parsed", new Document());
            case "hostInfo" ->
                ok().append("system", new Document("currentTime", Instant.now()))
                        .append("os", new Document())
                        .append("extra", new Document());
            case "getFreeMonitoringStatus" -> ok().append("state", "disabled");
            case "startSession", "refreshSessions", "commitTransaction", "abortTransaction" ->
                throw new MongoServerError(
                        20, "IllegalOperation", "sessions and transactions are not supported by the embedded store");
            case "replSetGetStatus" ->
                throw new MongoServerError(76, "NoReplicationEnabled", "not running with --replSet");
            default ->
                throw new MongoServerError(
                        59,
                        "CommandNotFound",
                        "no such command, or not supported by the embedded store: '" + name + "'");
        };
    }

    private Document authenticated(Client client) {
        List<Document> users =
                client.known ? List.of(new Document("user", Scram.USER).append("db", "admin")) : List.of();
        return new Document("authenticatedUsers", users).append("authenticatedUserRoles", List.of());
    }

    private static Document buildInfo() {
        return ok().append("version", "4.4.0")
                .append("versionArray", List.of(4, 4, 0, 0))
                .append("gitVersion", "diemcau-embedded")
                .append("modules", List.of("diemcau-embedded"))
                .append("maxBsonObjectSize", LARGEST_DOCUMENT);
    }

    private static Document hello(Client client, String name) {
        return ok().append(name.equals("hello") ? "isWritablePrimary" : "ismaster", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", LARGEST_DOCUMENT)
                .append("maxMessageSizeBytes", LARGEST_MESSAGE)
                .append("maxWriteBatchSize", 100_000)
                .append("localTime", Instant.now())
                .append("connectionId", client.number)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("saslSupportedMechs", List.of("SCRAM-SHA-256"))
                .append("readOnly", false);
    }

    private Document sasl(Client client, Document command, boolean start) {
        if (!(command.get("payload") instanceof BinData payload)) {
            throw Refusal.badValue("payload must be binary");
        }
        if (start) {
            if (!"SCRAM-SHA-256".equals(command.get("mechanism"))) {
                throw new MongoServerError(334, "MechanismUnavailable", "only SCRAM-SHA-256 is supported");
            }
            var conversation = scram.new Conversation();
            byte[] answer = conversation.start(payload.getData());
            client.conversation = conversation;
            return sasl(answer, false);
        }
        Scram.Conversation conversation = client.conversation;
        if (conversation == null) {
            throw new MongoServerError(17, "ProtocolError", "No SASL session state found");
        }
        if (conversation.isProven()) {
            client.conversation = null;
            client.known = true;
            return sasl(new byte[0], true);
        }
        client.conversation = null;
        byte[] answer = conversation.prove(payload.getData());
        client.conversation = conversation;
        client.known = true;
        return sasl(answer, false);
    }

    private static Document sasl(byte[] payload, boolean done) {
        return ok().append("conversationId", 1).append("done", done).append("payload", new BinData(payload));
    }
}
