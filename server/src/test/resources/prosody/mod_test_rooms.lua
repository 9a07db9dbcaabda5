-- For tests only: a token opens its own room; a breakout room is one whose name starts with the main room's; doors to reload the module and
-- to make the disk and the clock fail. With test_jitsi the token alone makes a moderator, and presence carries who the token names;
-- with test_no_moderators nothing does.
local jid = require "util.jid";

module:set_global();

local modulemanager = require "core.modulemanager";

local ahead = module:get_option_number("test_clock_ahead", 0);
if ahead ~= 0 then
	local time = require "util.time";
	local real = time.now;
	time.now = function () return real() + ahead; end
end

-- Syncing a file fails as it does on a dying disk: what was not synced before is gone from the file, and the next sync succeeds.
local uv = require "luv";
local real_fsync, safe, failing = uv.fs_fsync, {}, 0;
uv.fs_fsync = function (fd, done)
	if uv.fs_fstat(fd).type ~= "file" then return real_fsync(fd, done); end
	if failing > 0 then
		failing = failing - 1;
		uv.fs_ftruncate(fd, safe[fd] or 0);
		if not done then return nil, "EIO: i/o error"; end
		return uv.fs_fstat(fd, function () done("EIO: i/o error"); end);
	end
	local size = uv.fs_fstat(fd).size;
	if not done then
		local synced, failure = real_fsync(fd);
		if synced then safe[fd] = size; end
		return synced, failure;
	end
	return real_fsync(fd, function (failure, ...)
		if not failure then safe[fd] = size; end
		done(failure, ...);
	end);
end
local real_open = uv.fs_open;
uv.fs_open = function (...)
	local fd, failure = real_open(...);
	if fd then safe[fd] = nil; end
	return fd, failure;
end

module:depends("http");
module:provides("http", {
	name = "test_rooms";
	default_path = "/test";
	route = {
		["GET /reload"] = function () return tostring(not not modulemanager.reload("*", "diemcau_presence")); end;
		["GET /unload"] = function () return tostring(not not modulemanager.unload("*", "diemcau_presence")); end;
		["GET /load"] = function ()
			for host in pairs(prosody.hosts) do modulemanager.load(host, "diemcau_presence"); end
			return "true";
		end;
		["GET /occupants"] = function (event)
			local host = prosody.hosts[module:get_option_string("main_muc")];
			local room = host.modules.muc.get_room_from_jid(event.request.url.query);
			local count = 0;
			if room then
				for _ in room:each_occupant() do count = count + 1; end
			end
			return tostring(count);
		end;
		-- So many of the next syncs fail.
		["GET /fsync"] = function (event)
			failing = tonumber(event.request.url.query) or 1;
			return tostring(failing);
		end;
		["GET /failing"] = function () return tostring(failing); end;
		-- How many questions about hidden rooms were refused.
		["GET /hidden"] = function () return tostring(module.refused or 0); end;
		-- From now on there is always something to read, and Prosody runs no timer.
		["GET /busy"] = function ()
			local socket, server = require "socket", require "net.server";
			local listener = assert(socket.bind("127.0.0.1", 0));
			local _, port = listener:getsockname();
			local writer = assert(socket.connect("127.0.0.1", port));
			local reader = assert(listener:accept());
			writer:send("x");
			module.busy = { listener, writer, reader };
			server.watchfd(reader:getfd(), function () end);
			return "true";
		end;
	};
});

-- Rooms tell nothing about themselves to anybody outside, as many installations want it.
local function hide(host_module)
	local st = require "util.stanza";
	host_module:hook("iq-get/bare/http://jabber.org/protocol/disco#info:query", function (event)
		local origin, stanza = event.origin, event.stanza;
		local room = prosody.hosts[host_module.host].modules.muc.get_room_from_jid(jid.bare(stanza.attr.to));
		if not room or room:get_occupant_by_real_jid(stanza.attr.from) then return; end
		module.refused = (module.refused or 0) + 1;
		origin.send(st.error_reply(stanza, "auth", "forbidden"));
		return true;
	end, 10);
end

function module.add_host(host_module)
	if prosody.hosts[host_module.host].type ~= "component" then return; end
	if module:get_option_boolean("test_rooms_hidden", false) then hide(host_module); end
	host_module:hook("muc-occupant-pre-join", function (event)
		local origin, room = event.origin, event.room;
		local node = jid.node(room.jid);
		local main_host = module:get_option_string("main_muc");
		local main = node:match("^(.-)%-%-") or node;
		if origin.jitsi_meet_context_user and origin.jitsi_meet_room ~= main then
			local st = require "util.stanza";
			origin.send(st.error_reply(event.stanza, "cancel", "not-allowed", "Room and token mismatched"));
			return true;
		end
		if module:get_option_boolean("test_jitsi", false) and origin.jitsi_meet_context_user then
			local user = origin.jitsi_meet_context_user;
			local moderates = user.moderator and not module:get_option_boolean("test_no_moderators", false);
			event.occupant.role = moderates and "moderator" or "participant";
			event.stanza:tag("identity"):tag("user"):text_tag("id", user.id):text_tag("name", user.name):reset();
		end
		if host_module.host ~= main_host then
			local muc = prosody.hosts[main_host].modules.muc;
			local found = muc.get_room_from_jid(main .. "@" .. main_host);
			if found then
				found._data.breakout_rooms = found._data.breakout_rooms or {};
				found._data.breakout_rooms[room.jid] = "Nhóm";
			end
		end
	end, 500);
end
