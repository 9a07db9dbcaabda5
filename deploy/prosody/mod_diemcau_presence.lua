-- Who is in the rooms, written down before anybody is told.
--
-- Enable it on the VirtualHost that people connect to and on the conference and breakout components:
--
--   VirtualHost "meet.example.vn"                          modules_enabled = { …; "diemcau_presence" }
--   Component "conference.meet.example.vn" "muc"           modules_enabled = { …; "diemcau_presence" }
--   Component "breakout.meet.example.vn" "muc"             modules_enabled = { …; "diemcau_presence" }
--
--   diemcau_presence_secret = "…"                          -- at least 32 characters; without it nothing is served
--   diemcau_presence_secret_former = "…"                   -- holds beside it while the two ends are given a new one
--   diemcau_presence_directory = "/var/lib/prosody/diemcau_presence"
--   diemcau_presence_beat = 10                             -- seconds
--   diemcau_presence_keep_days = 30
--   diemcau_presence_keep_megabytes = 512
--   diemcau_presence_segment_bytes = 1048576
--   diemcau_presence_ping_seconds = 10                     -- how often clients let themselves be heard
--
-- Each line of the journal is "sequence checksum json". Sequences count without a hole over restarts; a hole means a loss, and whoever
-- reads sees it. Lines are written at once and synced every fifth of a second by libuv (Debian: lua-luv), in its thread, so that a slow
-- disk does not stop the meeting; only synced lines are served, or a power cut would give a sequence twice. Without lua-luv lines are
-- flushed to the system only, and every answer says so (durable = false).

module:set_global();

local time = require "util.time";
local hashes = require "util.hashes";
local json = require "util.json";
local jid = require "util.jid";
local id = require "util.id";
local lfs = require "lfs";
local has_uv, uv = pcall(require, "luv");

local secret = module:get_option_string("diemcau_presence_secret");
local former = module:get_option_string("diemcau_presence_secret_former");
local directory = module:get_option_string("diemcau_presence_directory", prosody.paths.data .. "/diemcau_presence");
local beat_seconds = module:get_option_number("diemcau_presence_beat", 10);
local keep_days = module:get_option_number("diemcau_presence_keep_days", 30);
local keep_bytes = module:get_option_number("diemcau_presence_keep_megabytes", 512) * 1024 * 1024;
local segment_bytes = module:get_option_number("diemcau_presence_segment_bytes", 1024 * 1024);
local ping_seconds = module:get_option_number("diemcau_presence_ping_seconds", 10);
local read_timeout = (module:get_option("network_settings") or {}).read_timeout or 14 * 60;
local sync_seconds = 0.2;
local ring_size = 4096;
local pending_most = 20000;
local page_most = 1000;

-- The state outlives reloads of this module, as the rooms do.
local state = prosody.diemcau_presence;
local first_load = state == nil;
if first_load then
	state = {
		boot = id.medium(); seq = 0; synced = 0; written = 0;
		people = {}; instances = {}; mains = {}; closing = {}; hosts = {}; mucs = {};
		ring = {}; pending = {}; pending_from = 1; pending_to = 0; dropped = 0; segments = {};
	};
	prosody.diemcau_presence = state;
end

local function now() return math.floor(time.now() * 1000); end

-- ---------------------------------------------------------------- the journal

local function seal(seq, text) return hashes.sha256(seq .. " " .. text, true):sub(1, 16); end

local function path_of(segment) return ("%s/%016d.log"):format(directory, segment); end

local function read_line(line)
	local seq, sum, text = line:match("^(%d+) (%x+) ({.*})$");
	if not seq or seal(seq, text) ~= sum then return nil; end
	return tonumber(seq), text;
end

-- The good lines of a segment; broken ones are left out, which the hole in the sequence shows.
local function lines_of(segment)
	local file = io.open(path_of(segment), "rb");
	if not file then return function () end; end
	return function ()
		for line in file:lines() do
			local seq, text = read_line(line);
			if seq then return seq, text; end
		end
		file:close();
	end
end

local function find_segments()
	local found = {};
	for name in lfs.dir(directory) do
		local first = name:match("^(%d+)%.log$");
		if first then found[#found + 1] = tonumber(first); end
	end
	table.sort(found);
	return found;
end

local function name_journal()
	local path = directory .. "/journal.id";
	local file = io.open(path, "rb");
	local name = file and file:read("*l");
	if file then file:close(); end
	if name and #name > 0 then return name; end
	name = id.medium();
	file = assert(io.open(path, "wb"));
	file:write(name, "\n");
	file:close();
	return name;
end

local function open_segment(first)
	local path = path_of(first);
	if has_uv then
		local fd, failure = uv.fs_open(path, "w", 416);
		if not fd then return nil, failure; end
		local above = uv.fs_open(directory, "r", 0);
		if above then uv.fs_fsync(above); uv.fs_close(above); end
		state.fd = fd;
	else
		local file, failure = io.open(path, "wb");
		if not file then return nil, failure; end
		file:setvbuf("no");
		state.file = file;
	end
	state.size = 0;
	state.segments[#state.segments + 1] = first;
	return true;
end

local function close_segment()
	if state.fd then uv.fs_fsync(state.fd); uv.fs_close(state.fd); state.fd = nil; end
	if state.file then state.file:close(); state.file = nil; end
end

local function is_open() return state.fd or state.file; end

-- The oldest go when there is too much, or when they are too old.
local function forget()
	local bytes, kept = 0, {};
	for i = #state.segments, 1, -1 do
		local segment = state.segments[i];
		local known = lfs.attributes(path_of(segment)) or { size = 0; modification = 0 };
		bytes = bytes + known.size;
		local old = os.time() - known.modification > keep_days * 86400;
		if i < #state.segments and (old or bytes > keep_bytes) then
			os.remove(path_of(segment));
		else
			table.insert(kept, 1, segment);
		end
	end
	state.segments = kept;
end

local function put(text)
	if state.fd then
		local count, failure = uv.fs_write(state.fd, text, -1);
		if count ~= #text then return nil, failure or "short write"; end
		return true;
	end
	return state.file:write(text);
end

-- Writes what waits, in order. When the disk refuses, everything waits: the meeting goes on.
local function drain()
	while state.pending_from <= state.pending_to do
		local entry = state.pending[state.pending_from];
		if not is_open() or state.size > segment_bytes then
			close_segment();
			state.synced = math.max(state.synced, state.written);
			local opened, failure = open_segment(entry.seq);
			if not opened then state.fault = tostring(failure); return false; end
			forget();
		end
		local line = ("%d %s %s\n"):format(entry.seq, seal(entry.seq, entry.text), entry.text);
		local done, failure = put(line);
		if not done then
			-- part of a line may stand now: what follows goes to a file of its own
			module:log("error", "the journal cannot be written: %s", tostring(failure));
			state.fault = tostring(failure);
			close_segment();
			return false;
		end
		state.size = state.size + #line;
		state.written = entry.seq;
		state.ring[entry.seq] = entry.text;
		state.ring[entry.seq - ring_size] = nil;
		state.pending[state.pending_from] = nil;
		state.pending_from = state.pending_from + 1;
	end
	state.fault = nil;
	return true;
end

local function sync_soon()
	state.looked = time.monotonic();
	drain();
	if not has_uv then state.synced = state.written; return; end
	if state.syncing then uv.run("nowait"); end
	if state.syncing or not state.fd or state.synced >= state.written then return; end
	local upto, fd = state.written, state.fd;
	state.syncing = uv.fs_fsync(fd, function (failure)
		state.syncing = nil;
		if failure then
			if fd == state.fd then state.fault = tostring(failure); end
		elseif upto > state.synced then
			state.synced = upto;
		end
	end);
	uv.run("nowait");
end

-- Prosody runs no timer while connections always have something to read: whoever comes, goes or asks looks after the sync too.
local function sync_if_due()
	if time.monotonic() - (state.looked or 0) >= sync_seconds then sync_soon(); end
end

local snapshot_lines;

local function append(kind, at, fields)
	if state.pending_to - state.pending_from + 1 >= pending_most then
		state.pending[state.pending_from] = nil;
		state.pending_from = state.pending_from + 1;
		state.dropped = state.dropped + 1;
		state.dropped_at = state.dropped_at or at;
	end
	state.seq = state.seq + 1;
	local record = fields or {};
	record.q, record.k, record.t = state.seq, kind, at;
	record.m, record.b = math.floor(time.monotonic() * 1000), state.boot;
	state.pending_to = state.pending_to + 1;
	state.pending[state.pending_to] = { seq = state.seq; text = json.encode(record) };
	if drain() and state.dropped > 0 then
		local lost, since = state.dropped, state.dropped_at;
		state.dropped, state.dropped_at = 0, nil;
		append("gap", now(), { n = lost; s = since });
		snapshot_lines("here");
	end
	sync_if_due();
	return state.seq;
end

-- Syncs now, and waits for it: for shutdown and for a snapshot.
local function sync_now()
	if not drain() then return false; end
	if state.fd then
		local done, failure = uv.fs_fsync(state.fd);
		if not done then state.fault = tostring(failure); return false; end
	end
	state.synced = state.written;
	return true;
end

local function take_up()
	lfs.mkdir(directory);
	state.journal = name_journal();
	state.segments = find_segments();
	local last, text;
	for i = #state.segments, 1, -1 do
		for seq, line in lines_of(state.segments[i]) do last, text = seq, line; end
		if last then break; end
	end
	state.seq = last or math.max(0, (state.segments[#state.segments] or 1) - 1);
	if not last and #state.segments > 0 then os.remove(path_of(table.remove(state.segments))); end
	state.written, state.synced = state.seq, state.seq;
	local before = text and json.decode(text);
	append("boot", now(), { v = 1; before = before and { b = before.b; t = before.t; q = before.q } or nil });
end

-- ---------------------------------------------------------------- who is in the rooms

-- The meeting a room belongs to: itself, or for a breakout room the room it was opened from.
local function main_of(room)
	local known = state.mains[room.jid];
	if known then return known; end
	for host in pairs(state.mucs) do
		local muc = prosody.hosts[host] and prosody.hosts[host].modules.muc;
		for main in (muc and muc.live_rooms or function () return function () end end)() do
			local rooms = main._data and main._data.breakout_rooms;
			if rooms and rooms[room.jid] then
				state.mains[room.jid] = main.jid;
				return main.jid;
			end
		end
	end
	return room.jid;
end

local function counts(room, occupant)
	local node = jid.node(room.jid) or "";
	if node:find("^__jicofo%-health%-check") then return false; end
	local user, host = jid.split(occupant.jid);
	-- focus, Jibri and Jigasi sign in on hosts of their own, where this module is not
	return user ~= "focus" and state.hosts[host] ~= nil;
end

local function instance_of(room)
	local known = state.instances[room.jid];
	if not known then
		known = state.boot .. "." .. tostring(state.seq + 1);
		state.instances[room.jid] = known;
	end
	return known;
end

local function facts(entry)
	return { o = entry.o; r = entry.r; x = entry.x; f = entry.f; u = entry.u; n = entry.n; i = entry.i; w = entry.w };
end

local function leave(nick, at, since, bound, why)
	local entry = state.people[nick];
	if not entry then return; end
	state.people[nick] = nil;
	local fields = facts(entry);
	fields.s, fields.e, fields.why = since, bound, why;
	append("out", at, fields);
end

-- When somebody was last surely there, and how far that may be off, in milliseconds.
local function last_seen(at, why)
	if why == "read timeout" then return at - 2000 * read_timeout, 1000 * ping_seconds; end
	return at, 0;
end

local function join(room, occupant, origin, kind, bound)
	if not counts(room, occupant) then return; end
	local at = now();
	local nick = occupant.nick;
	if state.people[nick] then leave(nick, at, at, 0, "replaced"); end
	local session = origin;
	if not session or session.full_jid ~= occupant.jid then session = prosody.full_sessions[occupant.jid]; end
	local user = session and session.jitsi_meet_context_user or {};
	local main = main_of(room);
	local entry = {
		r = jid.node(main) or main; x = main ~= room.jid and jid.node(room.jid) or nil; f = instance_of(room);
		u = user.id and tostring(user.id) or nil; n = user.name and tostring(user.name) or nil; i = at; w = bound; jid = occupant.jid;
	};
	entry.o = state.boot .. "." .. tostring(state.seq + 1);
	state.people[nick] = entry;
	append(kind, at, facts(entry));
end

local function left(room, nick)
	local entry = state.people[nick];
	if not entry then return; end
	local at = now();
	local closing = state.closing[entry.jid];
	if entry.lost then
		leave(nick, at, entry.lost.s, entry.lost.e, "lost");
	elseif closing and at - closing.at < 5000 then
		local since, bound = last_seen(at, closing.why);
		leave(nick, at, since, bound, closing.why);
	else
		leave(nick, at, at, 0, room.destroying and "destroyed" or "left");
	end
end

-- Everybody in the rooms now, against what is known: after a reload, or when the module was away.
local function compare(host)
	local muc = prosody.hosts[host] and prosody.hosts[host].modules.muc;
	if not muc or not muc.live_rooms then return; end
	local seen = {};
	for room in muc.live_rooms() do
		for nick, occupant in room:each_occupant() do
			if counts(room, occupant) then
				seen[nick] = true;
				local entry = state.people[nick];
				if not entry or entry.jid ~= occupant.jid then join(room, occupant, nil, "in", now() - (state.away or now())); end
			end
		end
	end
	for nick in pairs(state.people) do
		if jid.host(nick) == host and not seen[nick] then
			local at = now();
			local since = state.away or at;
			leave(nick, at, math.floor((at + since) / 2), math.ceil((at - since) / 2), "away");
		end
	end
end

snapshot_lines = function (kind)
	for _, entry in pairs(state.people) do append(kind, now(), facts(entry)); end
end

local function people_of(session)
	local found = {};
	for nick, entry in pairs(state.people) do
		if entry.jid == session.full_jid then found[nick] = entry; end
	end
	return found;
end

function module.add_host(host_module)
	local host = host_module.host;
	if prosody.hosts[host].type == "component" then
		state.mucs[host] = true;
		host_module:hook("muc-occupant-joined", function (event) join(event.room, event.occupant, event.origin, "in"); end, 1000);
		host_module:hook("muc-occupant-left", function (event) left(event.room, event.nick); end, 1000);
		host_module:hook("muc-room-destroyed", function (event)
			local room = event.room;
			for nick in pairs(state.people) do
				if jid.bare(nick) == room.jid then left(room, nick); end
			end
			if state.instances[room.jid] then
				append("end", now(), { r = jid.node(main_of(room)); f = state.instances[room.jid] });
			end
			state.instances[room.jid], state.mains[room.jid] = nil, nil;
		end, 1000);
		compare(host);
	else
		state.hosts[host] = host_module:get_option_number("smacks_hibernation_time", 600);
		host_module:hook("pre-resource-unbind", function (event)
			local session = event.session;
			if session.full_jid and not session.hibernating then
				state.closing[session.full_jid] = { at = now(); why = event.error and tostring(event.error) or "closed" };
			end
		end, 1000);
		host_module:hook("resource-unbind", function (event)
			local full_jid = event.session.full_jid;
			if full_jid then module:add_timer(5, function () state.closing[full_jid] = nil; end); end
		end, -1000);
		host_module:hook("smacks-hibernation-start", function (event)
			local session, at = event.origin, now();
			local closing = state.closing[session.full_jid];
			for _, entry in pairs(people_of(session)) do
				local since, bound = last_seen(at, closing and closing.why);
				entry.lost = { s = since; e = bound };
				local fields = facts(entry);
				fields.s, fields.e, fields.why = since, bound, closing and closing.why;
				append("lost", at, fields);
			end
		end, 1000);
		host_module:hook("smacks-hibernation-end", function (event)
			local session = event.resumed or event.origin;
			state.closing[session.full_jid] = nil;
			for _, entry in pairs(people_of(session)) do
				if entry.lost then
					entry.lost = nil;
					append("back", now(), facts(entry));
				end
			end
		end, 1000);
	end
end

-- ---------------------------------------------------------------- serving

local function page(after, most)
	local texts = {};
	if after >= state.synced then return texts, false; end
	if state.ring[after + 1] then
		for seq = after + 1, math.min(state.synced, after + most) do
			if state.ring[seq] then texts[#texts + 1] = state.ring[seq]; end
		end
		return texts, after + most < state.synced;
	end
	for i = 1, #state.segments do
		local next_first = state.segments[i + 1];
		if not next_first or next_first > after + 1 then
			for seq, text in lines_of(state.segments[i]) do
				if seq > after and seq <= state.synced then
					if #texts == most then return texts, true; end
					texts[#texts + 1] = text;
				end
			end
		end
	end
	return texts, false;
end

local function hibernation()
	local longest = 0;
	for _, seconds in pairs(state.hosts) do longest = math.max(longest, seconds); end
	return longest;
end

local function is_secret(given, known)
	return known ~= nil and #known >= 32 and hashes.equals(hashes.sha256(given), hashes.sha256(known));
end

local function serve(event)
	local request, response = event.request, event.response;
	response.headers.content_type = "application/json";
	response.headers.cache_control = "no-store";
	local given = (request.headers.authorization or ""):match("^Bearer (.+)$") or "";
	if not is_secret(given, secret) and not is_secret(given, former) then return 401; end
	local query = request.url.query or "";
	local after = tonumber(query:match("after=(%d+)")) or 0;
	local most = math.min(tonumber(query:match("limit=(%d+)")) or page_most, page_most);
	local wants_snapshot = query:find("snapshot=1", 1, true) ~= nil;
	if wants_snapshot then sync_now(); else sync_if_due(); end
	local texts, more = page(after, most);
	local head = {
		journal = state.journal; boot = state.boot; now = now(); first = state.segments[1] or state.seq;
		last = state.synced; more = more; durable = has_uv; fault = state.fault; waiting = state.seq - state.synced;
		beat = beat_seconds; hibernation = hibernation(); readTimeout = read_timeout;
	};
	if wants_snapshot and not more and state.synced == state.seq then
		local here = setmetatable({}, json.array_mt or nil);
		for _, entry in pairs(state.people) do here[#here + 1] = facts(entry); end
		head.snapshot = { seq = state.seq; count = #here; people = #here > 0 and here or nil };
	end
	local text = json.encode(head);
	return text:sub(1, -2) .. ',"events":[' .. table.concat(texts, ",") .. "]}";
end

module:depends("http");
module:provides("http", {
	name = "diemcau_presence";
	default_path = "/diemcau/presence";
	route = { GET = serve };
});

-- ---------------------------------------------------------------- from load to unload

if first_load then
	take_up();
else
	append("load", now());
end

module:add_timer(sync_seconds, function () sync_soon(); return sync_seconds; end);
module:add_timer(beat_seconds, function ()
	if not state.fault then append("beat", now()); end
	return beat_seconds;
end);
module:hook("server-stopped", function () append("stop", now()); sync_now(); end);

function module.unload()
	state.away = now();
	append("unload", state.away);
	sync_now();
end
