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
--   diemcau_presence_retry_seconds = 1                     -- how long a disk that refused is left alone
--   diemcau_presence_waiting_lines = 20000                 -- so many wait in memory for the disk; older ones are lost, and a line says so
--
-- Each line of the journal is "sequence checksum json". Sequences count without a hole over restarts; a hole means a loss, and whoever
-- reads sees it. Lines are written at once and synced every fifth of a second by libuv (Debian: lua-luv), in its thread, so that a slow
-- disk does not stop the meeting; only synced lines are served, or a power cut would give a sequence twice. What a failed sync may have
-- lost is written again elsewhere, so two segments may hold a line twice; it is served once. Without lua-luv lines are flushed to the
-- system only, and every answer says so (durable = false).

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
local retry_seconds = module:get_option_number("diemcau_presence_retry_seconds", 1);
local waiting_most = module:get_option_number("diemcau_presence_waiting_lines", 20000);
local sync_seconds = 0.2;
local ring_size = 4096;
local page_most = 1000;

-- The state outlives reloads of this module, as the rooms do.
local state = prosody.diemcau_presence;
local first_load = state == nil;
if first_load then
	state = {
		boot = id.medium(); seq = 0; synced = 0; written = 0;
		people = {}; instances = {}; mains = {}; closing = {}; hosts = {}; mucs = {};
		lines = {}; kept_from = 1; dropped = 0; segments = {}; behind = {};
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

local function sync_directory()
	local above = uv.fs_open(directory, "r", 0);
	if above then uv.fs_fsync(above); uv.fs_close(above); end
end

-- The name must outlive a power cut: under another one every stay would be told twice.
local function name_journal()
	local path = directory .. "/journal.id";
	local file = io.open(path, "rb");
	local name = file and file:read("*l");
	if file then file:close(); end
	if name and #name > 0 then return name; end
	name = id.medium();
	if has_uv then
		local fd = assert(uv.fs_open(path .. ".new", "w", 416));
		assert(uv.fs_write(fd, name .. "\n", -1));
		assert(uv.fs_fsync(fd));
		uv.fs_close(fd);
	else
		file = assert(io.open(path .. ".new", "wb"));
		file:write(name, "\n");
		file:close();
	end
	assert(os.rename(path .. ".new", path));
	if has_uv then sync_directory(); end
	return name;
end

-- The segment that is written to: where it begins, its size, and the last line that stands in it whole.
local function open_segment(first)
	local path = path_of(first);
	if state.segments[#state.segments] == first then
		-- begun before, and nothing in it counts
		os.remove(path);
		table.remove(state.segments);
	end
	local file = { first = first; size = 0; upto = first - 1; unlisted = true };
	local failure;
	if has_uv then
		file.fd, failure = uv.fs_open(path, "w", 416);
	else
		file.handle, failure = io.open(path, "wb");
		if file.handle then file.handle:setvbuf("no"); end
	end
	if failure then return nil, failure; end
	state.file = file;
	state.segments[#state.segments + 1] = first;
	return file;
end

local function close_file(file)
	if file.fd then uv.fs_close(file.fd); else file.handle:close(); end
end

-- No more is written to it; it is synced and closed behind.
local function set_aside()
	local file = state.file;
	if not file then return; end
	state.file = nil;
	if file.fd then state.behind[#state.behind + 1] = file; else close_file(file); end
end

-- The oldest go when there is too much, or when they are too old; never one with lines that are not synced.
local function forget()
	local bytes, kept = 0, {};
	for i = #state.segments, 1, -1 do
		local segment, following = state.segments[i], state.segments[i + 1];
		local known = lfs.attributes(path_of(segment)) or { size = 0; modification = 0 };
		bytes = bytes + known.size;
		local old = os.time() - known.modification > keep_days * 86400;
		if following and following <= state.synced + 1 and (old or bytes > keep_bytes) then
			os.remove(path_of(segment));
		else
			table.insert(kept, 1, segment);
		end
	end
	state.segments = kept;
end

local function put(file, text)
	if not file.fd then return file.handle:write(text); end
	local count, failure = uv.fs_write(file.fd, text, -1);
	if count ~= #text then return nil, failure or "short write"; end
	return true;
end

local function trouble(what, failure)
	if not state.fault then module:log("error", "the journal cannot be %s: %s", what, tostring(failure)); end
	state.fault = tostring(failure);
	state.retry_at = time.monotonic() + retry_seconds;
end

-- Part of a line may stand now, so what follows goes to a segment of its own; one without a whole line is taken away.
local function refused(failure)
	local file = state.file;
	if file and file.upto < file.first then
		state.file = nil;
		close_file(file);
		os.remove(path_of(file.first));
		table.remove(state.segments);
	else
		set_aside();
	end
	state.refused = true;
	trouble("written", failure);
	return false;
end

-- Writes what waits, in order. When the disk refuses, everything waits: the meeting goes on.
local function drain()
	if state.written == state.seq then return true; end
	if state.retry_at and time.monotonic() < state.retry_at then return false; end
	while state.written < state.seq do
		local seq = state.written + 1;
		local text = state.lines[seq];
		if text then
			local file = state.file;
			local done, failure;
			if not file or file.size > segment_bytes then
				set_aside();
				file, failure = open_segment(seq);
				if not file then return refused(failure); end
			end
			local line = ("%d %s %s\n"):format(seq, seal(seq, text), text);
			done, failure = put(file, line);
			if not done then return refused(failure); end
			file.size, file.upto = file.size + #line, seq;
			if file.first == seq then forget(); end
		end
		state.written = seq;
	end
	state.refused = nil;
	return true;
end

local function lose(seq)
	local text = state.lines[seq];
	state.dropped = state.dropped + 1;
	state.lost_since = state.lost_since or text and json.decode(text).t or state.sync_began or now();
	state.lines[seq] = false;
end

-- After a failed sync nobody knows what the disk has, and the next one would succeed all the same: every line that was not synced is
-- written again, into a new segment.
local function write_again(failure)
	trouble("synced", failure);
	for _, file in ipairs(state.behind) do close_file(file); end
	state.behind = {};
	if state.file then close_file(state.file); end
	state.file = nil;
	while (state.segments[#state.segments] or 0) > state.synced do os.remove(path_of(table.remove(state.segments))); end
	for seq = state.synced + 1, state.written do
		if state.lines[seq] == nil then lose(seq); end
	end
	state.written = state.synced;
end

local function synced_to(upto)
	state.synced = math.max(state.synced, upto);
	while state.kept_from <= state.synced - ring_size do
		state.lines[state.kept_from] = nil;
		state.kept_from = state.kept_from + 1;
	end
	if not state.refused then state.fault = nil; end
end

local function next_to_sync()
	while state.behind[1] and state.behind[1].upto <= state.synced do close_file(table.remove(state.behind, 1)); end
	local file = state.behind[1] or state.file;
	return file and file.upto > state.synced and file or nil;
end

-- One sync at a time, in libuv's thread; before a new segment its directory, for the name must be on the disk too.
local function sync_soon()
	state.looked = time.monotonic();
	drain();
	if not has_uv then return synced_to(state.written); end
	if state.syncing then uv.run("nowait"); end
	local file = not state.syncing and next_to_sync();
	if not file then return; end
	local upto, began = file.upto, now();
	local function done(failure)
		state.syncing = nil;
		if failure then return write_again(failure); end
		state.sync_began = began;
		synced_to(upto);
	end
	local above = file.unlisted and uv.fs_open(directory, "r", 0);
	if above then
		state.syncing = uv.fs_fsync(above, function (failure)
			uv.fs_close(above);
			-- some file systems know no sync of a directory
			if failure and not failure:find("^EINVAL") then return done(failure); end
			file.unlisted = nil;
			state.syncing = uv.fs_fsync(file.fd, done);
		end);
	else
		state.syncing = uv.fs_fsync(file.fd, done);
	end
	uv.run("nowait");
end

-- Prosody runs no timer while connections always have something to read: whoever comes, goes or asks looks after the sync too.
local function sync_if_due()
	if time.monotonic() - (state.looked or 0) >= sync_seconds then sync_soon(); end
end

local snapshot_lines;

-- So many lines wait in memory. An older one that stands on the disk is let go of; another is lost, and will be told as such.
local function make_room()
	local oldest = state.seq - waiting_most;
	if oldest <= state.synced or not state.lines[oldest] then return; end
	if oldest > state.written then lose(oldest); else state.lines[oldest] = nil; end
end

local function append(kind, at, fields)
	state.seq = state.seq + 1;
	local record = fields or {};
	record.q, record.k, record.t = state.seq, kind, at;
	record.m, record.b = math.floor(time.monotonic() * 1000), state.boot;
	state.lines[state.seq] = json.encode(record);
	make_room();
	if drain() and state.dropped > 0 then
		local lost, since = state.dropped, state.lost_since;
		state.dropped, state.lost_since = 0, nil;
		append("gap", now(), { n = lost; s = since });
		snapshot_lines("here");
	end
	sync_if_due();
	return state.seq;
end

-- Syncs now, and waits for it: when nothing comes after.
local function sync_now()
	if not drain() then return; end
	repeat
		sync_soon();
		if state.syncing then uv.run("once"); end
	until not state.syncing and (state.synced >= state.written or state.fault)
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
	-- a segment in which nothing can be read began after lines that may have been served
	state.seq = math.max(last or 0, (state.segments[#state.segments] or 1) - 1);
	state.written, state.synced, state.kept_from = state.seq, state.seq, state.seq + 1;
	local before = text and json.decode(text);
	state.boot_before = before and before.b or "";
	state.boot_seq = append("boot", now(), { v = 1; before = before and { b = before.b; t = before.t; q = before.q } or nil });
	sync_now();
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

-- Lines after one, up to another that is synced: from memory where they are there, else from the disk.
local function page(after, most, upto)
	local texts, seq = {}, after + 1;
	while seq <= upto and #texts < most and state.lines[seq] ~= nil do
		if state.lines[seq] then texts[#texts + 1] = state.lines[seq]; end
		seq = seq + 1;
	end
	if #texts > 0 or seq > upto then return texts, seq <= upto; end
	local served = after;
	for i = 1, #state.segments do
		local next_first = state.segments[i + 1];
		if not next_first or next_first > after + 1 then
			for found, text in lines_of(state.segments[i]) do
				if found > served and found <= upto then
					if #texts == most then return texts, true; end
					texts[#texts + 1], served = text, found;
				end
			end
		end
	end
	return texts, false;
end

-- Who is there as of a line that may not be on the disk yet: it is told with the lines up to that one, by a later answer if need be, so
-- that nobody waits for the disk.
local function frozen_for(after)
	sync_soon();
	local frozen = state.frozen;
	if not frozen or frozen.seq < after then
		local here = setmetatable({}, json.array_mt or nil);
		for _, entry in pairs(state.people) do here[#here + 1] = facts(entry); end
		frozen = { seq = state.seq; count = #here; people = #here > 0 and here or nil };
		state.frozen = frozen;
	end
	return frozen.seq <= state.synced and frozen or nil;
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
	sync_if_due();
	local frozen = wants_snapshot and frozen_for(after) or nil;
	local upto = frozen and frozen.seq or state.synced;
	local texts, more = page(after, most, upto);
	local head = {
		journal = state.journal; boot = upto >= state.boot_seq and state.boot or state.boot_before; now = now(); first = state.segments[1] or state.synced + 1;
		last = upto; more = more; durable = has_uv; fault = state.fault; waiting = state.seq - state.synced;
		beat = beat_seconds; hibernation = hibernation(); readTimeout = read_timeout;
	};
	if frozen and not more then
		head.snapshot, state.frozen = frozen, nil;
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
