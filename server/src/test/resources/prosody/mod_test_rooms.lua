-- For tests only: a token opens its own room; a breakout room is one whose name starts with the main room's; a door to reload the module.
local jid = require "util.jid";

module:set_global();

local modulemanager = require "core.modulemanager";

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
