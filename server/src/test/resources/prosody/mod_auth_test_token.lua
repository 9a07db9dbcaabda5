-- For tests only: what Jitsi's token authentication does for a session, for HS256 tokens. A token is on the address of the websocket.
local jwt = require "util.jwt";
local sasl = require "util.sasl";
local http = require "util.http";
local uuid = require "util.uuid";

local secret = module:get_option_string("app_secret");
local app_id = module:get_option_string("app_id");

module:hook_global("websocket-session", function (event)
	local query = http.formdecode(event.request.url.query or "");
	event.session.auth_token = query.token;
	event.session.previd = query.previd;
end);

local function admit(session)
	local good, claims = jwt.verify(secret, session.auth_token or "");
	if not good or claims.iss ~= app_id or claims.aud ~= app_id then return false, "not-allowed", "token required"; end
	if not claims.exp or claims.exp < os.time() then return false, "not-allowed", "Not acceptable by exp"; end
	if claims.context.user.moderator and module:get_option_boolean("test_refuse_moderators", false) then
		return false, "not-allowed", "no moderators today";
	end
	session.jitsi_meet_room = claims.room;
	session.jitsi_meet_context_user = claims.context.user;
	return true;
end

local provider = {};
function provider.get_sasl_handler(session)
	return sasl.new(module.host, { anonymous = function (self)
		local good, condition, text = admit(session);
		if not good then return good, condition, text; end
		self.username = uuid.generate();
		for _, other in pairs(prosody.full_sessions) do
			if session.previd and other.resumption_token == session.previd then self.username = other.username; end
		end
		return true;
	end });
end
sasl.registerMechanism("ANONYMOUS", { "anonymous" }, function (self, message)
	local good, condition, text = self.profile.anonymous(self, message);
	if good then return "success"; end
	return "failure", condition, text;
end);
module:provides("auth", provider);
