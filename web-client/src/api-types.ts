// Generated from the server's OpenAPI contract by `npm run types`. Do not edit.

export interface paths {
    "/site-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Binds this phone to one site of one session by the ten-character code of the printed slip (phiếu điểm cầu). Used codes serve a second phone until the site is closed. slip_unknown comes with a growing delay. */
        post: operations["openSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The slips of the session with their codes. */
        get: operations["listSlips"];
        put?: never;
        /** Makes what slips are missing and answers the tear-off sheet (place, contact, code, QR to /diem-cau?c=CODE). */
        post: operations["printSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/roll-sheet/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The printable roll of a site with a QR a row, for rooms where signal is hopeless. */
        get: operations["printRollSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roll of a site, with everybody expected or present there. */
        get: operations["readRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed site pack with which a phone works a whole day without signal. */
        get: operations["readSitePack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps one piece of evidence under the sender's id and answers what all of it now proves. The same id with the same content is answered the same; with other content 409 id_reused. A count said on the telephone (by phone) is of the session's day or later (400 said_before_the_day) and not still to come (400 said_in_future). */
        put: operations["recordEvidence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/evidence/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At most 200 entries kept without signal, sealed by the device's key or not; a bad one never blocks the others. The device's clock offset is measured against sentAt and the times are corrected by it. A device that has a key must seal (seal_missing). A seal that does not fit refuses every entry (seal_wrong), a revoked device's too (device_revoked, kept for review). Whoever may take the roll may bring another device's sealed entries. From a device at the door only badges that come in are taken. */
        post: operations["recordEvidenceBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The phones and door devices opened at the site, what they sent and what is missing in their chains. */
        get: operations["listSiteDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The technician's check about 60 minutes before the session, of picture, sound, link and spare power; may be done again, the last one stands on the wall. */
        post: operations["checkSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The office called a site that is silent or lost its link; not for the site's own phones. */
        post: operations["noteSiteCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes this browser the device at the site's door, at which people scan themselves (máy tự quét). It is signed in as that and nothing else from now on. */
        post: operations["openDoor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/devices/{device}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a phone or door device, lost or no longer wanted; what it still sends is kept for review. */
        post: operations["revokeSiteDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/devices/{device}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes what a revoked device sent after it was revoked, once somebody has looked at it. */
        post: operations["acceptHeldEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The steward says that the roll is reported (may be done again), with a head-count or without. */
        post: operations["reportSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the roll of the site; whoever is still undetermined there becomes absent without reason, and the slip's code ends. */
        post: operations["closeSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which person on the list a walk-in is; both records stay. */
        post: operations["mergeWalkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/check-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A cadre signs in alone with the code on the room's screen (six digits, 30 s steps, one step either side), weaker than a scan. */
        put: operations["checkIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/presence/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The session's own page is open (every 20 s); the weaker remote evidence, several tabs counted once. */
        put: operations["beatPresence"];
        post?: never;
        /** The page was left. */
        delete: operations["leavePresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events "state": the wall of sites with its totals, now and after each change. */
        get: operations["watchSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same state once, for pages that cannot stream. */
        get: operations["readWall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites/{site}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events "state": the roll of one site, now and after each change. */
        get: operations["watchRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/room-code/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key of the rotating code for the room's screen. A code is HMAC-SHA256(key, step as 8 bytes big-endian), step = floor(epoch seconds / 30); the last byte's low four bits are an offset, four bytes from there without the top bit, modulo 1,000,000, six digits. */
        get: operations["readRoomCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was there, by name; filtered by site, unit (with everything below it) and standing. */
        get: operations["listAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/attendance/{person}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What won, what lost and why, with all evidence. */
        get: operations["explainAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/attendance/{person}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A human's word with a reason; kept beside the evidence and undone like it. */
        post: operations["correctAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The actual times of the session and its sites, each with author and reason. */
        get: operations["readTimes"];
        put?: never;
        /** Says when the session, or one site, really began, ended and paused; everybody's outcome is computed anew. */
        post: operations["declareTimes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and how the session was closed, and what was amended since. */
        get: operations["readClosing"];
        put?: never;
        /** Chốt số liệu. Open sites are closed by rule, the outcomes are frozen beside the current ones, and later evidence is an amendment. */
        post: operations["closeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/closing/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain of closings as a file, a line each, with the records that this session's closings cover. Proved by ./diemcau verify-closing FILE. */
        get: operations["exportClosing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months that the province, and the units the caller closes for, have closed, newest first; and the head of the chain to write down elsewhere. */
        get: operations["listMonthClosings"];
        put?: never;
        /** Closes a month, for a unit over the closings of the sessions held by it and below, or without a unit for the whole province, over all of them and the units' own. Asked again it answers the first. month_running before its end; sessions_open unless open sessions are to be left out. */
        post: operations["closeMonth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closings/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many sessions of a month, unless told the last one that is over, are closed, and which are not; of a unit, or of the whole province. */
        get: operations["readMonthProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chain of closings as a file, with what the closings of months of the unit, or of the whole province, cover. Proved by ./diemcau verify-closing FILE. */
        get: operations["exportMonthClosings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/attendance/{session}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same explanation for oneself. */
        get: operations["explainMyAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own record over a year, newest first. */
        get: operations["listMyAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/badge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own badge; the digits go into a QR of level M in numeric mode. */
        get: operations["readMyBadge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sheet of cards for everybody in the unit and below it; makes the badges that are missing. */
        post: operations["printBadges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badges/{number}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The badge is lost or copied; it is refused from now on, also where it was scanned without signal after this moment. */
        post: operations["revokeBadge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cells/{unit}/meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the secretary's page needs, the cell's members, the last meeting, and the one under way. */
        get: operations["readCellMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cells/{unit}/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes the meeting with the cell's members as required, or changes its topic and times; ticks then go as evidence at site "cell". */
        put: operations["holdCellMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cells/{unit}/meetings/{id}/excuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A member is absent with reason, as told to the secretary; an empty reason takes it back. */
        put: operations["excuseFromCellMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cells/{unit}/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the meeting and answers the numbers of the minutes' sentence. */
        post: operations["closeCellMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of units above and below the caller's own, the latest first. */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaign}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A campaign with the reminders to units of the caller's own part. 404 when it is of neither a unit above nor one below the caller's. */
        get: operations["readCampaign"];
        /** Makes a campaign under the sender's id, or changes it (its unit stays; whatever followed that unit may change it). 400 ends_before_start or malformed; 404 for a unit that is not the caller's and for a person new to it whom the caller may not look up; 409 id_reused, changed_meanwhile. */
        put: operations["keepCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaign}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it has come below one unit (by default the highest of the caller's): members, persons who took part, turns, sessions held and units that reached the target, each counted apart. When the unit that leads it was divided while it ran, what followed it, together. 404 for a unit outside the caller's part. */
        get: operations["readCampaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaign}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reminds units below; they see it with the campaign. The same id again is once. 404 for a unit outside the campaign or the caller's part. */
        post: operations["remindInCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's conference of a demonstration, and the site that visitors belong to. */
        get: operations["readDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a visitor a delegate of today's conference, with a code to activate a phone. Code no_demo elsewhere. */
        post: operations["welcomeVisitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo/line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cuts or mends the line of the visitors' site. While it is cut its roll-call pages get no answer at all. Code no_demo elsewhere. */
        put: operations["cutDemoLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo/steward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The slip of the visitors' site, as its steward holds it. Code no_demo elsewhere. */
        post: operations["readDemoSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The summons scope that all sessions of the programme inherit, with the names behind its ids. */
        get: operations["readProgrammeScope"];
        /** Writes the scope; lists of issued sessions that have not begun follow it. 409 scope_changed, 403 unit_not_yours, 400 rule_empty. */
        put: operations["putProgrammeScope"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scope of one session: its own, or inherited from the programme. */
        get: operations["readSessionScope"];
        /** Gives one session a scope of its own. 409 scope_changed. */
        put: operations["putSessionScope"];
        post?: never;
        /** The session takes the scope of its programme again. */
        delete: operations["inheritSessionScope"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/list-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would be on the list by the scope in the body (or by the kept one when it has no rules): counts by standing, unit and site, who falls out and why, overflow against seats, clashes with other summonses. Writes nothing. */
        post: operations["previewList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list in force by name, 200 at a time, with its versions; of one receiving unit, or of one site (none: without a site). */
        get: operations["readList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many each site expects by the list in force and the answers. */
        get: operations["readExpected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/list/refreshment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings the list up to people and units as they are now; a list whose session has begun stays as it is. */
        post: operations["refreshList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/list/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the list, also after the start, with a reason that is kept with the author. 409 list_missing, 400 person_unknown. */
        post: operations["amendList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scope-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Titles of posts held below a unit today, the most frequent first. */
        get: operations["listScopePosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of people that are summoned together, of the units the caller answers for. */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a group under the id of its sender. 409 group_changed. */
        put: operations["putGroup"];
        post?: never;
        /** Deletes a group; lists in force stay as they are. */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the summons of the programme is written. */
        get: operations["readPaper"];
        /** Decides how the summons is written: layout of the State or of the Party, number, signer, requests, recipients. */
        put: operations["putPaper"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One summons a receiving unit: how many people, who confirmed receipt and when, what changed since. */
        get: operations["listSummonses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses/{unit}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit’s summons with its list of names, as .docx or PDF; for whoever plans and for the unit. */
        get: operations["downloadSummons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses-zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All units’ summonses, streamed as one zip. */
        get: operations["downloadSummonsesZip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses-pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All units’ summonses in one PDF; 422 too_many_for_one_pdf above 3,000 names. */
        get: operations["downloadSummonsesPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses/{unit}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a link to the unit’s summons and the words to paste into a chat. The token is shown once and kept hashed. */
        post: operations["createSummonsLink"];
        /** All links to the unit’s summons stop working. */
        delete: operations["revokeSummonsLinks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/summonses/{unit}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The unit confirms that it has the summons as it is now; twice is once. */
        put: operations["confirmReceipt"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summonses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Summonses to the caller’s units, the newest first. */
        get: operations["listReceivedSummonses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link opens: what, when, where, how many; no names. Whoever is signed in sees their own line. */
        get: operations["openSummonsLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/absences/{absence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks to be absent, under the id of the sender; late filing is kept visible. 422 not_summoned, 409 id_reused. */
        put: operations["fileMyAbsence"];
        post?: never;
        /** Takes a request back; what was approved is withdrawn. 409 absence_refused. */
        delete: operations["withdrawMyAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/absences/{absence}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a paper that was uploaded with the purpose absence to a request of one's own that waits; a later one takes its place. 409 absence_decided, upload_not_whole, upload_used; 422 declaration_missing. */
        put: operations["attachToMyAbsence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences/{absence}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper of a request, for the person and for whoever decides. */
        get: operations["downloadAbsencePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of the caller’s units: those that wait, or with decided=true the others. */
        get: operations["listAbsences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences/{absence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The unit files for one of its people. */
        put: operations["fileAbsence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/absences/{absence}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or refuses, with the substitute if one is named; a decision may be changed. 403 own_absence, 409 absence_withdrawn, 400 person_unknown. */
        post: operations["decideAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person is summoned to from today on: place, answer, excuse, attendance so far. */
        get: operations["readMySchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The person’s sessions of a calendar year that have ended, and their sums. */
        get: operations["readMyYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/replies/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The person says that they come, to the room or remotely; the last answer counts. 422 not_summoned, 409 session_not_open, 400 mode_not_offered. */
        put: operations["putMyReply"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the person has a calendar address. */
        get: operations["readMyFeed"];
        put?: never;
        /** Makes a calendar address; the one before stops working. Shown once. */
        post: operations["createMyFeed"];
        /** The calendar address stops working. */
        delete: operations["revokeMyFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar of whoever made the address, as iCalendar; the token may end in .ics. */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an upload of Upload-Length bytes. Upload-Metadata names filename and purpose (material, reflection, recording) and what the purpose asks: programme, session. 400 file_name, upload_purpose, 413 file_too_large, quota_full, 422 classified_material, 429 too_many_uploads. */
        post: operations["createUpload"];
        delete?: never;
        /** What the server speaks of tus, in headers. */
        options: operations["uploadOptions"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives the upload up and deletes its bytes. */
        delete: operations["terminateUpload"];
        options?: never;
        /** Upload-Offset is how much is kept durably; 404 for anybody but its sender, 410 when it was given up. */
        head: operations["uploadOffset"];
        /** Goes on at Upload-Offset. A line that is cut keeps what arrived; with Upload-Checksum all of the request counts or nothing (460). 409 upload_offset, upload_taken_over, 415 file_kind when the content is not what the name says, 422 classified_material at the last byte. */
        patch: operations["appendUpload"];
        trace?: never;
    };
    "/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation has an administrator yet, and what the sign-in page may tell everybody. */
        get: operations["readInstallation"];
        put?: never;
        /** Makes the first administrator with the one-time code from the server's console. */
        post: operations["createFirstAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in by login and password, or by account and PIN on a phone that the account was activated on. */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The browser is back from the provider. Counts once. 400 journey_lost, 401 provider_refused and provider_untrusted, 403 account_off, 409 subject_bound, 503 provider_down. */
        put: operations["finishAtProvider"];
        /** Where the browser goes to sign in at the provider (OpenID Connect); what must come back waits in a cookie for ten minutes. 404 no_provider, 503 provider_down. */
        post: operations["beginAtProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/provider/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code of the account's second factor, after the provider has proved who it is. 400 wrong_factor, journey_lost. */
        post: operations["showFactorAfterProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the sign-in of this browser; when it came through the provider, the answer says where to end it there as well. */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, what they may do where, and what is due first. */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new password by whoever knows the old one, and another one (password_same); other sign-ins end. Fourteen characters, or eight beside a second factor. Not by PIN (password_needed), not while locked (locked). */
        put: operations["changeMyPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the account has a second factor, must have one, and how many recovery codes are left. */
        get: operations["readMySecondFactor"];
        /** The proposed secret counts from now on, having shown its code; other sign-ins end. The recovery codes are in the answer and nowhere else. */
        put: operations["confirmSecondFactor"];
        /** A fresh secret for the app on the phone (RFC 6238); it counts once its code was shown. The password is asked for, unless setting one up is what the sign-in owes. Not by PIN (password_needed), not while locked (locked). */
        post: operations["proposeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fresh recovery codes; those before are void. Not by PIN (password_needed). */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Locks this sign-in until the password or PIN is shown again. */
        post: operations["lockMySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password again, or on a phone the PIN. */
        post: operations["unlockMySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody is working on the page, or follows something live on it, though it calls nothing. */
        put: operations["tellActivity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the account is signed in. */
        get: operations["listMySignIns"];
        put?: never;
        post?: never;
        /** Ends every sign-in of the account but this one. */
        delete: operations["endMyOtherSignIns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sign-ins/{signIn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of one's own sign-ins. */
        delete: operations["endMySignIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the account may be opened through the provider. */
        get: operations["readMyProvider"];
        put?: never;
        /** Where the browser goes to bind one's sign-in at the provider to this account; the password is asked for. Not by PIN (password_needed). */
        post: operations["bindMyProvider"];
        /** The provider opens this account no more; sign-ins that came from there end. Not by PIN (password_needed). */
        delete: operations["unbindMyProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in by PIN on this phone. */
        get: operations["readPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the code of a slip and the year of birth; answers a token with which to choose a PIN. */
        post: operations["activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activations/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chooses the PIN of six digits, admits this phone for 90 days and signs in; other phones of the person are revoked. */
        put: operations["choosePin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The office accounts that hold a role at the unit or below it. */
        get: operations["listAccounts"];
        put?: never;
        /** Makes an office account; the answer holds its one-time password, shown once. */
        post: operations["makeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switches somebody else’s account on or off (own_account_off for one’s own). */
        put: operations["activateAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A fresh one-time password for somebody else (own_account), shown once. */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For somebody who lost phone and recovery codes; a fresh one-time password, shown once, and no second factor any more. Not for oneself (own_account). */
        post: operations["forgetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Binds whoever was given the code at the provider's door to somebody else's account (own_account). 400 binding_code, 409 subject_bound. */
        post: operations["bindProvider"];
        /** The provider opens somebody else's account no more (own_account); sign-ins that came from there end. */
        delete: operations["unbindProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{person}/activation-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code of 15 minutes for a person who stands before whoever asks; the person's old phones are revoked. */
        post: operations["reissueCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/activation-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tear-off slips with new codes for everybody of the unit and below, with the list on which they sign; at most 600 people. */
        post: operations["printActivationSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the unit's documents are headed, numbered and signed; where the office keeps nothing (rev 0), what follows from the tree.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["readLetterhead"];
        /**
         * Keeps the unit's letterhead over the revision that was read. Code changed_meanwhile.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        put: operations["keepLetterhead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The materials the caller may read; all of them for whoever plans the programme. */
        get: operations["listMaterials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/materials/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Streams a file in under the id of its sender; the name comes encoded in X-File-Name. The kind is told by the content. 413 file_too_large, quota_full, 415 file_kind, 422 classified_material, 400 file_name, 409 id_reused. */
        put: operations["putMaterial"];
        /** An upload of purpose material that is whole becomes a material under the id of its sender; twice is once. 409 upload_not_whole, upload_used, id_reused, 422 declaration_missing. */
        post: operations["takeMaterial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a newer version above the one that stands, which is kept. 409 version_taken when another came between. */
        post: operations["addMaterialVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/material-opens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which materials the caller opened, first and last. */
        get: operations["listMyMaterialOpens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/reflections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who handed in, when and whether late, and who of the required has not. */
        get: operations["listReflections"];
        /** Asks everybody who is summoned for a report by the deadline. */
        put: operations["askReflections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/reflections/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All reports in one archive. */
        get: operations["downloadReflections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/reflections/{person}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report, for whoever plans and for the person. */
        get: operations["downloadReflection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/reflections/{programme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked for, and what the caller handed in. */
        get: operations["getMyReflection"];
        /** Hands in an upload of purpose reflection; the last one counts. 409 nothing_asked, upload_not_whole, 422 declaration_missing. */
        put: operations["handInReflection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One material, for whoever may read it now, and for whoever plans. */
        get: operations["getMaterial"];
        put?: never;
        post?: never;
        /** Deletes the material and its file. */
        delete: operations["deleteMaterial"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, for whoever is on a list of the programme once it is available, and for whoever plans. */
        get: operations["downloadMaterial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many pages a PDF has that can be read page by page. 415 pages_unreadable, 429 busy. */
        get: operations["countMaterialPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of a PDF as a light picture for a bad line, made when somebody asks and kept for the next. 404 page_missing, 415 page_too_heavy, pages_unreadable, 429 busy. */
        get: operations["readMaterialPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decides who reads the material: the summoned of the programme, of one session, of one site, those of them who hold a role, or only whoever plans. All is said anew. 400 unknown_site. */
        put: operations["putMaterialReaders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/materials/{material}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decides from when the summoned can read the material. */
        put: operations["putMaterialAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins a session, as a person on its list, as a site's device, or as whoever runs it; without a meeting server the answer holds no meeting.
         * @description Refused with not_on_list, session_cancelled, session_postponed, session_over, or session_not_open whose detail is the instant at which it opens. Moderators, who may record too, are those who plan for the very unit that holds the session, and those above it whom the plan names as lecturer or presenter.
         */
        post: operations["joinSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/meeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is in the session's meeting now, by site and remote, as the meeting server says, and who asks to speak.
         * @description For whoever may join the session, refused as joining is while it cannot be joined; whoever runs it reads it at any time, and for them alone people are named.
         */
        get: operations["readMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/meeting/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as server-sent events named state, now and after each change; refused as the state is. */
        get: operations["streamMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks to speak, as the person or site one joins as; a hand that is up keeps its place. Refused as joining is. */
        put: operations["raiseHand"];
        post?: never;
        /** Takes one's own hand down, at any time. */
        delete: operations["lowerHand"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/hands/{subject}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives somebody the word; for whoever runs the session, while it can be joined. */
        post: operations["callHand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/hands/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes somebody's hand down, at any time; for whoever runs the session. */
        delete: operations["takeHandDown"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meeting-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the reading of each meeting server's journal goes; what is missing stands as alarms, the newest first. */
        get: operations["listMeetingServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units below one (parent), found by words of their names (text), or, with neither, those at the top of what the caller may see. */
        get: operations["listUnits"];
        put?: never;
        /** A new unit from a day on. Codes unknown_unit, code_taken. */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit with its parents by date, former names and successions. */
        get: operations["readUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another name from a day on; the former one is kept. Code changed_meanwhile. */
        post: operations["renameUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whoever belongs to the unit or one below it on a day (for state units: holds a post there), by name. */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Planned and applied reorganisations of units, the latest first. */
        get: operations["listReorganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        /** A reorganisation with what it would do now or, once applied, did. */
        get: operations["readReorganisation"];
        /** Keeps a draft under the sender's id; an approved one becomes a draft again. 400 malformed, also when an undo names units itself; 404 when it reaches a unit, or sends a part to one, that is not the caller's (an undo asks for what it takes back asked for); 409 id_reused, changed_meanwhile; 422 state_not_allowed. */
        put: operations["draftReorganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves exactly what was seen; it is applied on its day. Codes other_than_seen, not_possible, changed_meanwhile, state_not_allowed. */
        post: operations["approveReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Applies an approved one now that its day has come; otherwise it is applied by itself. Codes too_early, not_possible, state_not_allowed. */
        post: operations["applyReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reorganisations/{reorganisation}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws one that was not begun. Codes changed_meanwhile, state_not_allowed. */
        post: operations["withdrawReorganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of a unit and everything below it as a spreadsheet in the handbook's columns, which an import reads back.
         * @description For the roles province_admin and unit_admin, within their subtree. Each export is recorded. Numbers of identity cards are never collected, and so not in it.
         */
        get: operations["exportRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People by name without marks, card or telephone number; exact marks first. */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about a person, with dates. */
        get: operations["readPerson"];
        /** Somebody new under the sender's id. 400 unknown_unit, also for a unit that stood on the day but has ended since, and malformed; 404 for a unit that is not the caller's; 409 id_reused, card_taken. */
        put: operations["addPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Corrects details; a field not sent stays, null empties it. Codes changed_meanwhile, card_taken. */
        patch: operations["correctPerson"];
        trace?: never;
    };
    "/persons/{person}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From a day on in another unit. 400 unknown_unit, also for a unit that has ended since; 404 for a person or unit that is not the caller's; 409 changed_meanwhile; 422 later_records. */
        post: operations["movePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/stays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For a time with another unit (sinh hoạt tạm thời), then back. Codes changed_meanwhile, later_records, unknown_unit, period_backwards. */
        post: operations["sendPersonForATime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last day of belonging. Codes changed_meanwhile, later_records. */
        post: operations["endMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another status from a day on, until a last day if one is named. Codes changed_meanwhile, period_backwards. */
        post: operations["changePersonStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A post from a day on, until a last day if one is named. Codes changed_meanwhile, unknown_unit, period_backwards. */
        post: operations["givePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/post-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last day of a post. Codes changed_meanwhile, later_records. */
        post: operations["endPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's latest imports. */
        get: operations["listImports"];
        put?: never;
        /** Begins an import that files are then added to. */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is and, once read, what would become (once written: became) of each row. */
        get: operations["readImport"];
        put?: never;
        post?: never;
        /** Forgets the import and its files. Code import_not_open. */
        delete: operations["discardImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One file as the body, .xlsx or .csv, at most 64 MB; what it holds is recognised by its heading. Codes heading_unknown, old_spreadsheet, unreadable_spreadsheet, not_utf8, too_many_rows, too_large, import_not_open. */
        post: operations["addImportFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a file out again. Code import_not_open. */
        delete: operations["removeImportFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads all files without writing; follow it live. Codes no_files, import_not_open. */
        post: operations["readImportFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/decisions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decides what unclear rows mean; later imports by the same office find the decision. Codes not_a_choice, import_not_open. */
        put: operations["decideImportQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes; a row still undecided is left out. Again after a stop in the middle it completes. Code import_not_open. */
        post: operations["confirmImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The import whenever it moved, as server-sent events named state. */
        get: operations["followImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every refused row with its reason, as CSV. */
        get: operations["listRefusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the programme is judged now, and every proposal to judge it otherwise. */
        get: operations["readPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/policy/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal; while it is undecided with the effect it would have now. */
        get: operations["previewPolicy"];
        /** Proposes to judge the programme otherwise, and answers who would change. Nothing changes before somebody else approves. The same id again is once; with other content it is id_reused. */
        put: operations["proposePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/policy/proposals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a proposal into force for every open session of the programme; closed ones stay as they were closed. Not by who proposed it (own_proposal), not twice otherwise (decided). */
        post: operations["approvePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/policy/proposals/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rejects a proposal; decided when it was approved before. */
        post: operations["rejectPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of the programme each trainee has missed from admission on, whoever missed most first (Đã vắng 8/64 tiết; vắng quá 12 tiết sẽ không đủ điều kiện dự thi). */
        get: operations["listEligibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for oneself, in every programme in which absences have a consequence. */
        get: operations["listMyEligibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one objected to, newest first. */
        get: operations["listMyAppeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Objects to one's own record of a closed session, within the days the policy allows (not_closed, appeal_late). The same id again is once. */
        put: operations["fileAppeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objections of the caller's people that wait, or with decided=true the others; newest first. */
        get: operations["listAppeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts an objection, which corrects the record as an amendment to the closing, or refuses it. Nobody decides about their own (own_appeal); once (decided). */
        post: operations["decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the operator tells everybody about their data, and whether I was told this version. */
        get: operations["readMyNotice"];
        put?: never;
        /** I was told this version. */
        post: operations["acknowledgeNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The operator, whom to ask, and the legal basis; the version after the one before, so that everybody reads it again. */
        put: operations["writeNotice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything held about me and who looked at it, as a file. */
        get: operations["readMyData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at my record or at a list that I am in, within twelve months, the latest first. */
        get: operations["readMyReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I asked about my data, and the answers. */
        get: operations["listMyDataRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/data-requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks to see, correct, delete or restrict my data; the same id twice is once. */
        put: operations["fileDataRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that wait for an answer in the units I keep, the oldest first. */
        get: operations["listDataRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data-requests/{request}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the request has come, what was done, or why not. */
        post: operations["answerDataRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For how long each kind of record is kept, and how many would be deleted now; nothing is. */
        get: operations["previewRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes for good what is older than its kind is kept. */
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{person}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgets somebody who belongs to no unit any more, for good; their turns stay in the figures without a name. */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest recordings of the caller's units, overdue and failed ones marked, also those whose room belongs to no session (for whoever has the whole province). */
        get: operations["listRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recordings of the caller's units that should be here and are not, with what the agents tell of why, and those whose removal was announced. */
        get: operations["listRecordingAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/alarms/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events that say when to ask for the alarms again. */
        get: operations["followRecordingAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that the caller may see; all of them for whoever plans. */
        get: operations["listProgrammeRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that the caller may see; all of them for whoever plans. */
        get: operations["listSessionRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/recordings/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One recording of the session is expected; overdue six hours after its end. */
        put: operations["expectRecording"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/recordings/{recording}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** An upload of purpose recording that is whole becomes the session's recording; twice is once. 409 upload_not_whole, upload_used, 422 declaration_missing. */
        put: operations["putRecording"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recording, for whoever is on the session's list once it is ready, and for whoever plans. */
        get: operations["getRecording"];
        put?: never;
        post?: never;
        /** Removes the recording now; the entry stays, the bytes go. */
        delete: operations["removeRecording"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes, whole or by range. */
        get: operations["playRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of it. */
        get: operations["recordingPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ties a recording to a session, or moves it there from another. 409 recording_not_there, watched_counted when it made up for somebody's absence, changed_meanwhile when somebody else was quicker. */
        put: operations["tieRecording"];
        post?: never;
        /** Takes a recording from its session; the unit keeps it. 409 recording_not_there, watched_counted, changed_meanwhile. */
        delete: operations["untieRecording"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** When watching makes up for an absence, as percent of distinct seconds, and whether somebody must agree. What was judged before stays. */
        put: operations["putRecordingRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Until when it is kept; it is warned of fourteen days before and never removed sooner than seven days after the warning. */
        put: operations["putRecordingRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/tracks/{track}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Captions or chapters. */
        get: operations["getRecordingTrack"];
        /** Captions or chapters as WebVTT; an empty text takes them away. 400 not_webvtt. */
        put: operations["putRecordingTrack"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/watched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has seen, and where to go on. */
        get: operations["getWatched"];
        put?: never;
        /** What was played since the last report that was answered. Only distinct seconds count, at most two for each second that passed; a report may be repeated. 409 plays_elsewhere while another page of the caller plays, unless it takes over. */
        post: operations["reportWatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many persons saw each part, and how far each of the summoned came. */
        get: operations["getHeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recordings/{recording}/made-up/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody who runs the session agrees that watching made up for the absence, or not. It is reported apart from attendance. 409 no_session, not_required, nothing_proposed, already_counted, changed_meanwhile. */
        post: operations["decideMadeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The recording agents, with the disk space and backlog they last told. */
        get: operations["listRecorders"];
        put?: never;
        /** Makes a token for an agent, shown this once. It may bring recordings and nothing else, from that address only when one is named. 400 host_form. */
        post: operations["addRecorder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorders/{recorder}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The token is good for nothing any more. */
        delete: operations["deleteRecorder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorders/{recorder}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new token, shown this once; the present one holds for two more days, one before that no more. */
        post: operations["renewRecorderToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorder/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** As for people's uploads, by the token of an agent (Authorization, Bearer); purpose recording with key and room or session. 401 recorder_unknown. */
        post: operations["createRecorderUpload"];
        delete?: never;
        /** As for people's uploads. */
        options: operations["recorderUploadOptions"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorder/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** As for people's uploads. */
        delete: operations["terminateRecorderUpload"];
        options?: never;
        /** As for people's uploads. */
        head: operations["recorderUploadOffset"];
        /** As for people's uploads. */
        patch: operations["appendRecorderUpload"];
        trace?: never;
    };
    "/recorder/recordings/{recording}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What an agent uploaded becomes a recording under the agent's id; twice is once. The answer's checksum is the confirmation. 401 recorder_unknown, 409 checksum_differs, upload_not_whole. */
        put: operations["confirmRecording"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorder/recordings/{recording}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A picture in JPEG, at most 2 MB; the first one stays. */
        put: operations["putRecordingPoster"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorder/recordings/{recording}/failure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The agent cannot bring it, and says why. */
        put: operations["reportRecordingFailure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recorder/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The agent's free disk space and backlog. */
        put: operations["reportRecorder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account of a unit over whole months (total, year on year, trend, the units below with the lowest rate first), as organised then or restated to the tree of today.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree; another unit is 404. "mine" stands for the caller's own highest unit.
         */
        get: operations["readUnitReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/below": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cells anywhere below a unit whose rate lies under the threshold, the lowest first, and how many below each child.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        get: operations["readCellsBelow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/worst": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The units directly below with the lowest rate, ten at most and none that misses nothing, each with what makes it so (by kind of session, and its own lowest units).
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        get: operations["readWorstUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many different persons a unit's turns are of (never turns), how often they came, and the rates of those who hold posts.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree. Above 300,000 turns it is refused with too_many_turns.
         */
        get: operations["readPeopleFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people counted in a unit itself, each with turns over the period, and the sessions they were counted at.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        get: operations["readUnitPersons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/persons/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person's turns, session by session, as far as they were counted within the unit.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        get: operations["readPersonReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of a unit's account as biểu tổng hợp, in the unit's letterhead.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree. A table whose turns are not all determined says "tạm tính", one that does not reconcile "chưa chính thức".
         */
        get: operations["exportUnitReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sessions held within the caller's subtrees over some days, the latest first, with figures; cell meetings only when that kind is asked for.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary.
         */
        get: operations["listSessionReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sessions/{session}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One session as báo cáo nhanh (per site), biểu tổng hợp (per unit), danh sách (per person), or its programme's sổ theo dõi lớp.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["exportSessionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/programmes/{programme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account of a programme, by session, by site and by unit, in turns.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["readProgrammeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/programmes/{programme}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All sessions of a programme as one biểu tổng hợp, or as sổ theo dõi lớp.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["exportProgrammeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the document of the same question will contain.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree. A table whose turns are not all determined says "tạm tính", one that does not reconcile "chưa chính thức".
         */
        get: operations["outlineUnitReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sessions/{session}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the document of the same question will contain.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["outlineSessionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/programmes/{programme}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the document of the same question will contain.
         * @description For the roles province_admin, unit_admin, trainer and cell_secretary, within their subtree.
         */
        get: operations["outlineProgrammeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Training by kind of class over whole months (classes, turns, persons, completed), beside the same period a year before.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree. Classes held by the unit or below it. Above 1,500 classes it is refused with too_many_classes. Trainees are as of the last five minutes.
         */
        get: operations["readTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/training/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statistics of training in the unit's letterhead.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree. While classes go on it says "tạm tính".
         */
        get: operations["exportTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/units/{unit}/training/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the file of the statistics of training will contain.
         * @description For the roles province_admin, unit_admin and cell_secretary, within their subtree.
         */
        get: operations["outlineTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sessions/{session}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was at a session, members only, as a spreadsheet in the columns by which the electronic handbook knows people.
         * @description For the roles province_admin and unit_admin, within their subtree. Each export is recorded.
         */
        get: operations["exportAttendance"];
        put?: never;
        /**
         * Takes in a file of attendance as it was shown before, with what somebody decided; the same again changes nothing.
         * @description For the roles province_admin and unit_admin, within their subtree. It becomes evidence that says it comes from a file; a correction only where somebody decided against what was known. Rows nobody decided on are left out. Codes preview_changed, session_closed, heading_unknown, too_many_rows, too_large.
         */
        post: operations["importAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/sessions/{session}/exchange/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a file of attendance would write about a session: nothing is written and nothing of the file stays.
         * @description For the roles province_admin and unit_admin, within their subtree. At most 16 MB and 60,000 rows, .xlsx or CSV in UTF-8, in the columns that go out. People are known by their card on the session's list; a name alone is a question.
         */
        post: operations["previewAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a document is that the caller asked for under this id; server-sent events named state, each an ExportProgress.
         * @description For every role that is signed in; another account's exports are never told.
         */
        get: operations["followExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group of programmes by time; those of the caller's part of the tree, and what units above it issued. Cell meetings only when their kind is asked for. */
        get: operations["listProgrammes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The programme with its sites and its sessions as rows. */
        get: operations["readProgramme"];
        /** Makes a draft under the sender's id, or changes kind, title, campaign, mode and policy of the one that stands there (sites and unit stay). Codes id_reused, changed_meanwhile, site_twice. */
        put: operations["keepProgramme"];
        post?: never;
        /** Deletes a rehearsal with everything it left, or a draft. Code not_deletable. */
        delete: operations["deleteProgramme"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues the programme and its draft sessions, cancels it, or ends it. Codes no_sessions, sessions_to_come, state_not_allowed. */
        post: operations["changeProgrammeState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same again as a draft, its first session on that day; with rehearsal a trial run of it. */
        post: operations["copyProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds sessions under the sender's ids. Codes programme_over, too_many_sessions, id_reused, ends_before_start, too_long. */
        post: operations["addSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/clashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warnings: lecturers, places, contacts asked for twice at a time; sites with fewer seats than people. */
        get: operations["listClashes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The sites of the programme; sessions without sites of their own that have not started follow. Codes changed_meanwhile, site_twice. */
        put: operations["assignProgrammeSites"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{programme}/sites/one-per-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A linked site for each commune below the holding unit (or each unit directly below) that has none yet, at its place in the directory. Code no_units_below. */
        post: operations["assignOneSitePerUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions that overlap the span, by start; cell meetings only when their kind is asked for. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The session with agenda and sites. */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** Deletes a session that is still a draft. Code not_deletable. */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        /** Other topic, lecturer, periods, mode or agenda; what is left out stays, an empty text takes it away. Code changed_meanwhile. */
        patch: operations["editSession"];
        trace?: never;
    };
    "/sessions/{session}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what of the session, when and why. */
        get: operations["listSessionChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other times: the id stays, the sequence rises, those summoned are asked again; a postponed session is issued anew; one that has started can only be made longer, and its meeting room with it. Codes already_started, state_not_allowed, ends_before_start, too_long. */
        post: operations["moveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues, postpones, cancels or ends the session; postponing and cancelling need a reason. Codes state_not_allowed, not_started. */
        post: operations["changeSessionState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sites of this session alone. */
        put: operations["assignSessionSites"];
        post?: never;
        /** The session has its programme's sites again. */
        delete: operations["dropSessionSites"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The site directory in the order of names. */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds an entry under the sender's id or writes over it. Code changed_meanwhile. */
        put: operations["keepPlace"];
        post?: never;
        /** Takes an entry out; sites made of it keep their copy. */
        delete: operations["deletePlace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps up to 500 entries; the same again changes nothing. */
        post: operations["keepPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timetable-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a pasted timetable means; nothing is written. */
        post: operations["previewTimetable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timetable-previews/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a timetable in an .xlsx or CSV file (at most 5 MB) means; nothing is written. Codes file_unreadable, file_too_long, file_too_large. */
        post: operations["previewTimetableFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recurrence-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The times a recurrence gives; nothing is written. */
        post: operations["previewRecurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agenda-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a pasted agenda means; nothing is written. */
        post: operations["previewAgenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/place-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a pasted directory means; nothing is written. */
        post: operations["previewPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/place-previews/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a directory in an .xlsx or CSV file (at most 5 MB) means; nothing is written. Codes file_unreadable, file_too_long, file_too_large. */
        post: operations["previewPlacesFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plan-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units the caller may plan for, the highest first; at most 50. */
        get: operations["listPlanUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            status: number;
            /** @description Stable; the client has a sentence for each. */
            code: string;
            /** @description English, for developers. */
            detail: string;
            /** @description The input at fault, as a path. */
            field?: string;
        };
        /** @description A public JWK of the curve P-256. */
        PublicKey: {
            /** @constant */
            kty: "EC";
            /** @constant */
            crv: "P-256";
            x: string;
            y: string;
        };
        SiteOpening: {
            /** @description Ten characters; dashes and spaces are ignored and letters may be small. */
            code: string;
            device?: {
                name?: string;
                publicKey?: components["schemas"]["PublicKey"];
            };
        };
        OpenedSite: {
            session: string;
            site: string;
            device: string;
            csrf: string;
            account: string;
            title?: string;
            siteName?: string;
        };
        Slips: {
            items: {
                site: string;
                name: string;
                contactName?: string;
                contactPhone?: string;
                code: string;
                url?: string;
                closed: boolean;
                /** @description Phones opened with it so far. */
                phones: number;
            }[];
        };
        SentId: {
            id: string;
            note?: string;
        };
        SiteReport: {
            id: string;
            headCount?: number;
            /** Format: date-time */
            seenAt?: string;
            /** @description Entered by the office after a phone call (nhập hộ): who called. */
            calledBy?: string;
        };
        WalkInMerge: {
            id: string;
            /** @description The id of the walk-in's evidence. */
            walkIn: string;
            person: string;
        };
        Correction: {
            id: string;
            /** @enum {string} */
            standing: "present" | "substituted" | "excused" | "unexcused" | "undetermined";
            minutes?: number;
            reason: string;
        };
        CheckIn: {
            site: string;
            /** @description Six digits. */
            code: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            sentAt?: string;
        };
        Beat: {
            beat: number;
            /** Format: date-time */
            seenAt?: string;
        };
        EvidenceEntry: {
            /** @description In a batch; in the path otherwise. */
            id?: string;
            /** @enum {string} */
            kind: "in" | "out" | "undo" | "walk_in" | "count" | "link_up" | "link_down";
            /** @enum {string} */
            by?: "badge" | "tick" | "search" | "paper" | "phone";
            person?: string;
            /** @description 179 digits or the short code; wins over person. */
            badge?: string;
            undoes?: string;
            /** @description Of a walk-in. */
            name?: string;
            birthYear?: number;
            unitText?: string;
            /** @description Of a walk-in who says to come in somebody's place; nothing follows from it until it is approved. */
            insteadOf?: string;
            count?: number;
            /** Format: date-time */
            seenAt: string;
            /**
             * Format: date-time
             * @description The sender's clock when sending; its offset corrects seenAt.
             */
            sentAt?: string;
            /**
             * Format: date-time
             * @description Declared: here since then ("đã có mặt từ").
             */
            since?: string;
            monotonic?: number;
            detail?: string;
        };
        /** @description Either sealed, or entries with sentAt (or, out of a file, the offset that the device measured last). */
        EvidenceBatch: {
            device?: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description By how much the server's clock is ahead of the sender's; instead of sentAt. */
            offsetMillis?: number;
            entries?: components["schemas"]["EvidenceEntry"][];
            sealed?: components["schemas"]["SealedEntries"];
        };
        SiteCheck: {
            id: string;
            picture?: boolean;
            sound?: boolean;
            link?: boolean;
            power?: boolean;
            note?: string;
        };
        SiteCall: {
            id: string;
            /** @description Somebody answered. */
            reached?: boolean;
            note?: string;
        };
        SiteWord: {
            /** Format: date-time */
            at: string;
            by: string;
            picture?: boolean;
            sound?: boolean;
            link?: boolean;
            power?: boolean;
            reached?: boolean;
            note?: string;
        };
        SealedEntries: {
            /** @description JSON of device, session, site and sentAt (or, for a file, madeAt and offsetMillis). */
            head: string;
            /** @description JSON of an EvidenceEntry each, with n (counted from 1 on the device) and previous (SHA-256 of the line before it, in hexadecimal digits). */
            lines: string[];
            /** @description base64url of ES256 (P1363) by the device's key over "diemcau-entries", a zero byte, the head, and each line after a line feed. */
            signature: string;
        };
        SiteDevices: {
            items: {
                id: string;
                name: string;
                /** @description People scan themselves at it. */
                door: boolean;
                signs: boolean;
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                lastAt?: string;
                /** @description The number of its last entry. */
                entries: number;
                /** @description Entries before others that never arrived. */
                missing: number;
                /** @description Entries kept for review because of their seal. */
                held: number;
                offsetMillis?: number;
                /** Format: date-time */
                revokedAt?: string;
                revokedBy?: string;
            }[];
        };
        DoorOpening: {
            device: {
                name?: string;
                publicKey: components["schemas"]["PublicKey"];
            };
        };
        /** @enum {string} */
        EvidenceReason: "not_summoned" | "badge_revoked" | "badge_unknown" | "badge_forged" | "code_expired" | "code_wrong" | "code_early" | "session_closed" | "site_closed" | "session_not_open" | "already_counted" | "other_site" | "unknown_person" | "nothing_to_undo" | "unknown_walk_in" | "malformed" | "id_reused" | "device_revoked" | "seal_wrong" | "seal_missing" | "not_at_the_door";
        AttendanceOutcome: {
            /** @enum {string} */
            standing: "present" | "substituted" | "excused" | "unexcused" | "undetermined";
            flags: ("late" | "left_early" | "made_up" | "other_site" | "two_sites" | "page_only" | "observed_only" | "corrected")[];
            /** @enum {string} */
            mode?: "main_hall" | "linked" | "broadcast" | "remote";
            site?: string;
            minutes: number;
            /** @enum {string} */
            certainty: "sure" | "uncertain";
            /** Format: date-time */
            arrived?: string;
            /** Format: date-time */
            left?: string;
        };
        RollPerson: {
            id: string;
            name: string;
            birthYear?: number;
            unitName: string;
        };
        EvidenceAnswer: {
            id: string;
            /**
             * @description already: the same evidence again, or the person was here before (reason already_counted).
             * @enum {string}
             */
            result: "counted" | "already" | "refused";
            reason?: components["schemas"]["EvidenceReason"];
            /** @description With the flag other_site: the name of the site where the person was expected. */
            expectedSite?: string;
            person?: components["schemas"]["RollPerson"];
            outcome?: components["schemas"]["AttendanceOutcome"];
            /** @description Of the site, as last tallied plus this one. */
            counts?: {
                present?: number;
                required?: number;
            };
        };
        EvidenceAnswers: {
            /** Format: date-time */
            serverTime: string;
            offsetMillis?: number;
            /** @enum {string} */
            seal?: "good" | "gap" | "forged" | "revoked";
            results: components["schemas"]["EvidenceAnswer"][];
        };
        /** @description required = present + substituted + excused + unexcused + undetermined, always; mainHall + linked + broadcast + remote = present. */
        AttendanceCounts: {
            required: number;
            present: number;
            substituted: number;
            excused: number;
            unexcused: number;
            undetermined: number;
            late: number;
            leftEarly: number;
            madeUp: number;
            mainHall: number;
            linked: number;
            broadcast: number;
            remote: number;
            exempt: number;
            otherwiseFree: number;
            exemptPresent: number;
            others: number;
        };
        RollSession: {
            id: string;
            title: string;
            topic?: string;
            kind?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            state: string;
            rehearsal: boolean;
            unitName?: string;
            closed?: boolean;
        };
        RollSite: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "main" | "linked" | "broadcast";
            address?: string;
            seats: number;
        };
        HeadCount: {
            count: number;
            /** Format: date-time */
            at: string;
            /** @description Who counted; by telephone, who said it. */
            by: string;
            byPhone: boolean;
            /** @description Who entered what was said on the telephone (nhập hộ). */
            enteredBy?: string;
        };
        SiteStanding: {
            site: string;
            /** @enum {string} */
            state: "silent" | "filling" | "reported" | "link_down" | "closed" | "closed_by_rule";
            counts: components["schemas"]["AttendanceCounts"];
            /** @description Present here and expected elsewhere. */
            visiting: number;
            headCount?: number;
            headCounts: components["schemas"]["HeadCount"][];
            /** Format: date-time */
            reportedAt?: string;
            /** Format: date-time */
            closedAt?: string;
            closed: boolean;
            /** Format: date-time */
            lastAt?: string;
        };
        RollEntry: {
            id: string;
            name: string;
            sortKey: string;
            folded: string;
            birthYear?: number;
            unitName: string;
            /** @enum {string} */
            standing: "required" | "exempt" | "suspended" | "on_duty" | "guest" | "invited" | "walk_in";
            reason?: string;
            /** @enum {string} */
            reply?: "none" | "room" | "remote";
            /** @description Expected elsewhere. */
            visiting?: boolean;
            /** @description Of a walk-in who says to come in this person's place; nothing follows from it until it is approved. */
            insteadOf?: components["schemas"]["RollPerson"];
            /** @description Of a walk-in who turned out to be this person; both records stay */
            mergedInto?: components["schemas"]["RollPerson"];
            /** @description For those who may see it. */
            phone?: string;
            /** Format: date-time */
            at?: string;
            outcome: components["schemas"]["AttendanceOutcome"];
        };
        Roll: {
            session: components["schemas"]["RollSession"];
            site: components["schemas"]["RollSite"];
            version: number;
            /** @description Grows with every change of the roll. */
            rev: number;
            counts: components["schemas"]["AttendanceCounts"];
            visiting?: number;
            /** @enum {string} */
            state: "silent" | "filling" | "reported" | "link_down" | "closed" | "closed_by_rule";
            closed: boolean;
            /**
             * Format: date-time
             * @description Of a site that is still silent: when it was reminded that it is waited for.
             */
            remindedAt?: string;
            headCounts: components["schemas"]["HeadCount"][];
            people: components["schemas"]["RollEntry"][];
            recent: {
                id: string;
                kind: string;
                person?: string;
                name?: string;
                /** Format: date-time */
                at: string;
                by: string;
                undone?: boolean;
            }[];
        };
        SignedPack: {
            pack: string;
            signature: string;
            keyId: string;
            /** @description Public JWKs of packs (use "pack") and badges (use "badge", kid 1…255). */
            keys: Record<string, never>[];
        };
        SitePack: {
            session: components["schemas"]["RollSession"];
            site: components["schemas"]["RollSite"];
            version: number;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            notAfter: string;
            people: {
                id?: string;
                name?: string;
                sortKey?: string;
                folded?: string;
                birthYear?: number;
                unitName?: string;
                standing?: string;
                /** @description Badge numbers, sixteen hexadecimal digits. */
                badges?: string[];
                short?: string;
            }[];
            badgeKeys: Record<string, never>[];
            revoked: string[];
            /**
             * Format: date-time
             * @description The age of the list of revoked badges.
             */
            revokedAt: string;
            /** @description base64url. */
            roomKey: string;
            lateMinutes: number;
            earlyMinutes: number;
            /** Format: date-time */
            serverTime: string;
        };
        RoomCode: {
            /** @description base64url. */
            key: string;
            stepSeconds: number;
            /** Format: date-time */
            serverTime: string;
            /** @description Ends in &m= for the code. */
            url: string;
        };
        Tile: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "main" | "linked" | "broadcast";
            expected: number;
            present: number;
            visiting: number;
            excused?: number;
            /** @enum {string} */
            state: "silent" | "filling" | "reported" | "link_down" | "closed" | "closed_by_rule";
            unsentHint?: number;
            headCount?: number;
            lastCount?: components["schemas"]["HeadCount"];
            /**
             * Format: date-time
             * @description Nothing had been heard of it by the policy's time.
             */
            remindedAt?: string;
            contactName?: string;
            /** @description Only for those who may. */
            contactPhone?: string;
            check?: components["schemas"]["SiteWord"];
            /** @description The last three, oldest first. */
            calls?: components["schemas"]["SiteWord"][];
            /** Format: date-time */
            lastAt?: string;
        };
        Wall: {
            rev: number;
            /** Format: date-time */
            asOf: string;
            session: components["schemas"]["RollSession"];
            reported: number;
            sites: number;
            counts: components["schemas"]["AttendanceCounts"];
            reportedCounts: components["schemas"]["AttendanceCounts"];
            /** @description Present at sites that have not reported yet. */
            elsewhere: number;
            withoutSite?: components["schemas"]["AttendanceCounts"];
            tiles: components["schemas"]["Tile"][];
            recent: {
                /** Format: date-time */
                at: string;
                site?: string;
                /** @enum {string} */
                what: "first_report" | "report" | "arrived" | "link_down" | "link_up" | "late_batch" | "substitute" | "closed" | "closed_by_rule";
                n?: number;
            }[];
        };
        AttendanceItem: {
            person: components["schemas"]["RollPerson"];
            standing: string;
            reason?: string;
            outcome: components["schemas"]["AttendanceOutcome"];
            closedOutcome?: components["schemas"]["AttendanceOutcome"];
            site?: string;
            siteName?: string;
            unit: string;
            unitName: string;
        };
        AttendancePage: {
            items: components["schemas"]["AttendanceItem"][];
            next?: string;
            counts: components["schemas"]["AttendanceCounts"];
        };
        MyAttendance: {
            counts: components["schemas"]["AttendanceCounts"];
            items: {
                session: string;
                title: string;
                kind?: string;
                /** Format: date-time */
                startsAt: string;
                standing: string;
                outcome: components["schemas"]["AttendanceOutcome"];
            }[];
        };
        EvidenceLine: {
            id: string;
            kind: string;
            /** @enum {string} */
            source: "steward" | "office" | "self" | "meeting" | "observer" | "page" | "recording" | "enrolment" | "sheet" | "rule";
            method?: string;
            by: string;
            device?: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            receivedAt: string;
            /**
             * Format: date-time
             * @description What the source's own clock said
             */
            clock?: string;
            site?: string;
            siteName?: string;
            /** @description Seconds. */
            bound: number;
            /**
             * @description What the signature of the device that sent it proved; absent where nothing was signed.
             * @enum {string}
             */
            seal?: "good" | "gap" | "forged" | "revoked" | "accepted";
            undoes?: string;
            /** Format: date-time */
            since?: string;
            standing?: string;
            minutes?: number;
            detail?: string;
        };
        Explanation: {
            person: components["schemas"]["RollPerson"];
            session: components["schemas"]["RollSession"];
            standing: string;
            reason?: string;
            site?: string;
            siteName?: string;
            outcome: components["schemas"]["AttendanceOutcome"];
            closedOutcome?: components["schemas"]["AttendanceOutcome"];
            /** @description What the one sentence needs: standing, flags, at, siteName, minutes, by. */
            sentenceParts?: Record<string, never>;
            because: {
                /** @description Empty when the absence of any is the reason. */
                evidence: string;
                /** @enum {string} */
                weight: "won" | "lost";
                why: string;
            }[];
            evidence: components["schemas"]["EvidenceLine"][];
            times: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
            };
            /** Format: date-time */
            closedAt?: string;
            /**
             * Format: date-time
             * @description Until then the person may object to the closed record.
             */
            appealUntil?: string;
        };
        DeclaredTimes: {
            id: string;
            /** @description Only this site; else the whole session. */
            site?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            /** @description All of them; left out */
            breaks?: components["schemas"]["Break"][];
            reason: string;
        };
        Break: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        Times: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            breaks: components["schemas"]["Break"][];
            sites: {
                site?: string;
                /** Format: date-time */
                startsAt?: string;
                /** Format: date-time */
                endsAt?: string;
                breaks?: components["schemas"]["Break"][];
            }[];
            mayDeclare: boolean;
            declared: {
                by?: string;
                /** Format: date-time */
                at?: string;
                site?: string;
                reason?: string;
            }[];
        };
        Closing: {
            closed: boolean;
            /** Format: date-time */
            at?: string;
            by?: string;
            closedCounts?: components["schemas"]["AttendanceCounts"];
            counts: components["schemas"]["AttendanceCounts"];
            /** @description People whose outcome changed since. */
            amendments: number;
            /** @description Those people */
            amended?: {
                person: components["schemas"]["RollPerson"];
                outcome: components["schemas"]["AttendanceOutcome"];
                closedOutcome?: components["schemas"]["AttendanceOutcome"];
            }[];
            /** @description Sites from which no roll by name had come; nobody there is absent. */
            closedByRule?: {
                id: string;
                name: string;
            }[];
            /** @description In the chain of closings. */
            number?: number;
            hash?: string;
            /** @description Whether the caller may close it and take the file. */
            mayClose?: boolean;
            /** @description The closings of its sites */
            sites?: {
                id: string;
                name: string;
                number: number;
                by: string;
                /** Format: date-time */
                at: string;
                hash: string;
            }[];
        };
        MonthToClose: {
            month: string;
            /** @description Of this unit; else of the whole province. */
            unit?: string;
            leaveOpen?: boolean;
        };
        MonthClosing: {
            month: string;
            /** @description Absent when the province closed it. */
            unit?: string;
            unitName?: string;
            number: number;
            by: string;
            /** Format: date-time */
            at: string;
            /** @description What the closing covers. */
            sessions: number;
            counts: components["schemas"]["AttendanceCounts"];
            hash: string;
        };
        MonthClosings: {
            months: components["schemas"]["MonthClosing"][];
            /** @description Whether the caller closes for the whole province. */
            province: boolean;
            number?: number;
            hash?: string;
        };
        MonthProgress: {
            month: string;
            /** @description Held in the month and counted. */
            sessions: number;
            closed: number;
            open: {
                id: string;
                title: string;
                /** Format: date-time */
                startsAt: string;
                unitName: string;
            }[];
        };
        Badge: {
            number: string;
            digits: string;
            short: string;
            name: string;
            birthYear?: number;
            unitName?: string;
        };
        CellMeetingPlan: {
            topic?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt?: string;
            minutes?: number;
        };
        CellMeeting: {
            session: string;
            site: string;
            topic?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            minutes: number;
            closed: boolean;
            counts: components["schemas"]["AttendanceCounts"];
        };
        Cell: {
            unit: {
                id: string;
                name: string;
            };
            last?: components["schemas"]["CellMeeting"];
            draft?: components["schemas"]["CellMeeting"];
            people: {
                id: string;
                name: string;
                sortKey?: string;
                birthYear?: number;
                status: string;
                exempt?: boolean;
                outcome?: components["schemas"]["AttendanceOutcome"];
            }[];
        };
        CellExcuse: {
            person: string;
            reason?: string;
        };
        CellMinutes: {
            counts: components["schemas"]["AttendanceCounts"];
            minutes: number;
            sentenceParts: {
                members: number;
                present: number;
                absent: number;
                excused: number;
                unexcused: number;
                exempt: number;
                minutes: number;
            };
        };
        /** @enum {string} */
        CampaignKind: "resolution_study" | "self_review" | "visits" | "other";
        Campaign: {
            id: string;
            kind: components["schemas"]["CampaignKind"];
            title: string;
            /** @description Who leads it; everything below takes part. */
            unit: string;
            unitName: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Of a hundred members. */
            target: number;
            /**
             * Format: date
             * @description The day on which units that lag are reminded by themselves.
             */
            remindOn?: string;
            /** Format: date */
            remindedOn?: string;
            /**
             * Format: date-time
             * @description In lists: when a unit of the caller's own part was reminded last.
             */
            remindedAt?: string;
            /** @description For visits: how many cells each person is to visit. */
            quota: number;
            /** @description For visits: whose visits count. */
            persons: string[];
            note: string;
            mayPlan: boolean;
            rev: number;
        };
        CampaignList: {
            items: components["schemas"]["Campaign"][];
        };
        CampaignWhole: components["schemas"]["Campaign"] & {
            reminders: {
                unit: string;
                unitName: string;
                /** @description Empty when it was done by itself. */
                by: string;
                /** Format: date-time */
                at: string;
                text: string;
            }[];
        };
        CampaignWish: {
            kind: components["schemas"]["CampaignKind"];
            title: string;
            unit: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            target?: number;
            /** Format: date */
            remindOn?: string;
            quota?: number;
            persons?: string[];
            note?: string;
            /** @description 0 for a new one. */
            rev?: number;
        };
        CampaignPart: {
            id: string;
            name: string;
            children: number;
            /** @description Who is to take part: members of today, neither exempt nor suspended. */
            members: number;
            /** @description Those who took part at least once, each once. */
            persons: number;
            turnsRequired: number;
            turnsPresent: number;
            /** @description Turns of guests and visitors, in no rate. */
            others: number;
            /** @description Sessions; a joint cell meeting once in each cell. */
            held: number;
            /** @description Units without units below. */
            collectives: number;
            /** @description Those of them that reached the target; in a self-review, that held a meeting. */
            reached: number;
            met: boolean;
            lags: boolean;
            /** Format: date-time */
            remindedAt?: string;
        };
        CampaignProgress: {
            /** Format: date-time */
            asOf: string;
            /**
             * Format: date
             * @description The day as of which units and members are taken: today, or the campaign's last day once it is over.
             */
            day: string;
            sessions: number;
            unit: string;
            way: components["schemas"]["UnitRef"][];
            total: components["schemas"]["CampaignPart"];
            items: components["schemas"]["CampaignPart"][];
            /** @description Of campaigns of visits only. */
            visits: {
                id: string;
                name: string;
                birthYear?: number;
                unitName: string;
                /** @description Cells, each once. */
                visits: number;
                /** @description Meetings of theirs. */
                turns: number;
                met: boolean;
            }[];
        };
        DemoToday: {
            session: string;
            programme: string;
            site: {
                id: string;
                name: string;
            };
            /** @description Whether the line of that site is whole. */
            up: boolean;
        };
        DemoLine: {
            session: string;
            site: string;
            up: boolean;
        };
        DemoVisitor: {
            person: string;
            name: string;
            birthYear: number;
            code: string;
            session: string;
            site: string;
            siteName: string;
            /**
             * @description When checked in at once.
             * @enum {string}
             */
            result?: "counted" | "already" | "refused";
            /** @description The six digits on the room's screen now. */
            roomCode: string;
        };
        DemoSlip: {
            session: string;
            site: string;
            siteName: string;
            code: string;
        };
        SummonedPerson: {
            id: string;
            name: string;
            birthYear?: number | null;
            unitName: string;
        };
        ScopeRule: {
            /** @enum {string} */
            kind: "units" | "posts" | "groups" | "persons";
            units?: string[];
            /** @description Titles, compared without marks and case. */
            posts?: string[];
            /** @description With units: only members of these statuses; empty means all. */
            statuses?: string[];
            /** @description With units: also people who are no members, as guests. */
            others?: boolean;
            groups?: string[];
            persons?: string[];
            capacity?: string | null;
            /** @description Asked without duty. */
            invited?: boolean;
            /**
             * Format: date
             * @description The first day it holds.
             */
            from?: string | null;
        };
        ScopeGuest: {
            id: string;
            name: string;
            birthYear?: number | null;
            from?: string | null;
            site?: string | null;
        };
        ScopeAdjustment: {
            person: string;
            /** @enum {string|null} */
            standing?: "exempt" | "suspended" | "on_duty" | null;
            reason?: string | null;
            site?: string | null;
        };
        Scope: {
            rules?: components["schemas"]["ScopeRule"][];
            guests?: components["schemas"]["ScopeGuest"][];
            adjustments?: components["schemas"]["ScopeAdjustment"][];
        };
        ScopeWrite: components["schemas"]["Scope"] & {
            /** @description The revision that was read. */
            rev: number;
        };
        ScopeKept: components["schemas"]["Scope"] & {
            rev: number;
            /** @description Whether the session has a scope of its own. */
            own: boolean;
            unitNames: {
                [key: string]: string;
            };
            people: {
                [key: string]: components["schemas"]["SummonedPerson"];
            };
        };
        /** @description People by standing on the list. */
        StandingCounts: {
            required?: number;
            exempt?: number;
            suspended?: number;
            on_duty?: number;
            guest?: number;
            invited?: number;
        };
        ListEntry: {
            person: components["schemas"]["SummonedPerson"];
            /** @enum {string} */
            standing: "required" | "exempt" | "suspended" | "on_duty" | "guest" | "invited";
            unit?: string;
            capacity?: string | null;
            otherCapacities?: string[];
            /** @description The unit that gets the summons. */
            receiving?: string;
            /** @description status_exempt, status_suspended, or what a person typed. */
            reason?: string | null;
            site?: string | null;
            phone?: string | null;
            /** @enum {string} */
            reply?: "none" | "room" | "remote";
        };
        ExpectedSite: {
            id?: string;
            name?: string;
            kind?: string;
            seats?: number;
            expected?: number;
            remote?: number;
            answered?: number;
            overflow?: number;
        };
        ListPreview: {
            standings?: components["schemas"]["StandingCounts"];
            units?: {
                unit?: string;
                unitName?: string;
                required?: number;
                fallenOut?: number;
                apart?: number;
            }[];
            sites?: components["schemas"]["ExpectedSite"][];
            withoutSite?: number;
            fallenOut?: components["schemas"]["ListEntry"][];
            clashes?: components["schemas"]["PersonClash"][];
            /** @description The first 200 by name. */
            first?: components["schemas"]["ListEntry"][];
        };
        PersonClash: {
            session?: string;
            programme?: string;
            title?: string;
            unitName?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            persons?: number;
            some?: components["schemas"]["SummonedPerson"][];
            /**
             * @description Which summons is of the higher level.
             * @enum {string}
             */
            weight?: "this" | "other" | "equal";
        };
        ListState: {
            session?: string;
            version?: number;
            frozen?: boolean;
            /** Format: date-time */
            refreshedAt?: string | null;
            history?: Record<string, never>[];
        };
        SummonedList: components["schemas"]["ListState"] & {
            total?: number;
            next?: number;
            items?: components["schemas"]["ListEntry"][];
        };
        ExpectedCounts: components["schemas"]["ListState"] & {
            mayAmend?: boolean;
            standings?: components["schemas"]["StandingCounts"];
            sites?: components["schemas"]["ExpectedSite"][];
            withoutSite?: number;
        };
        ListVersion: {
            version: number;
        };
        ListAmendment: {
            reason: string;
            changes: {
                person: string;
                /** @description Null takes the person off the list. */
                standing?: string | null;
                site?: string | null;
            }[];
        };
        PostTitles: {
            items?: {
                title?: string;
                holders?: number;
            }[];
        };
        Group: {
            id?: string;
            name: string;
            unit: string;
            persons: string[];
            rev: number;
        };
        Groups: {
            items?: components["schemas"]["Group"][];
        };
        SummonsPaper: {
            /** @enum {string} */
            layout: "state" | "party";
            /** @enum {string} */
            kind: "summons" | "invitation";
            superior?: string | null;
            issuer: string;
            number?: string | null;
            place?: string | null;
            /** Format: date */
            date?: string | null;
            signedFor?: string | null;
            signerRole?: string | null;
            signerName?: string | null;
            request?: string[];
            recipients?: string[];
        };
        Summons: {
            programme?: string;
            unit?: string;
            unitName?: string;
            people?: number;
            /** Format: date-time */
            issuedAt?: string;
            /** Format: date-time */
            receivedAt?: string | null;
            receivedBy?: string;
            /** @description It changed after the unit confirmed it. */
            changed?: boolean;
            title?: string;
            /** Format: date-time */
            startsAt?: string | null;
        };
        Summonses: {
            items?: components["schemas"]["Summons"][];
            confirmed?: number;
        };
        SummonsLink: {
            url?: string;
            text?: string;
        };
        OpenSummons: {
            programme?: string;
            kind?: string;
            event?: string;
            title?: string;
            issuer?: string;
            unit?: string;
            unitName?: string;
            people?: number;
            sessions?: Record<string, never>[];
            mayConfirm?: boolean;
            receivedAt?: string | null;
            mine?: Record<string, never>[];
        };
        AbsenceAsked: {
            session: string;
            reason: string;
            /** @description Id of the person proposed to come instead. */
            substitute?: string | null;
        };
        AbsenceAskedFor: components["schemas"]["AbsenceAsked"] & {
            person: string;
        };
        AbsenceDecision: {
            /** @enum {string} */
            decision: "approved" | "refused";
            note?: string | null;
            /** @description Id of the person whom the unit sends instead. */
            substitute?: string | null;
        };
        Absence: {
            id?: string;
            session?: string;
            programme?: string;
            title?: string;
            topic?: string | null;
            person?: Record<string, never>;
            /** Format: date-time */
            startsAt?: string;
            reason?: string;
            /** Format: date-time */
            filedAt?: string;
            late?: boolean;
            /** @description Proposed because a higher level summons at the same time. */
            proposed?: boolean;
            /** @enum {string} */
            state?: "proposed" | "open" | "approved" | "refused" | "withdrawn" | "to_confirm";
            decidedAt?: string | null;
            note?: string | null;
            substitute?: Record<string, never>;
            attachment?: components["schemas"]["AbsencePaper"];
        };
        AbsencePaper: {
            name: string;
            size: number;
        };
        Absences: {
            items?: components["schemas"]["Absence"][];
        };
        MyAttended: {
            standing?: string;
            flags?: string[];
            madeUp?: boolean;
            mode?: string | null;
            minutes?: number;
        } | null;
        MySession: {
            session?: string;
            programme?: string;
            kind?: string;
            title?: string;
            topic?: string | null;
            number?: number;
            lecturer?: string | null;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            mode?: string;
            state?: string;
            rehearsal?: boolean;
            unitName?: string;
            site?: Record<string, never> | null;
            standing?: string;
            capacity?: string | null;
            reason?: string | null;
            /** @enum {string} */
            reply?: "none" | "room" | "remote";
            /** @description The session changed after the answer. */
            askAgain?: boolean;
            join?: string;
            absence?: components["schemas"]["Absence"];
            attendance?: components["schemas"]["MyAttended"];
        };
        MySchedule: {
            /** Format: date-time */
            now?: string;
            items?: components["schemas"]["MySession"][];
        };
        MyYear: {
            year?: number;
            counts?: {
                [key: string]: number;
            };
            items?: components["schemas"]["MySession"][];
        };
        MyReply: {
            /** @enum {string} */
            mode: "none" | "room" | "remote";
        };
        MyFeed: {
            exists?: boolean;
            createdAt?: string | null;
        };
        MyFeedAddress: {
            url?: string;
        };
        /** @enum {string} */
        Role: "province_admin" | "unit_admin" | "trainer" | "cell_secretary" | "steward" | "kiosk" | "cadre";
        Installation: {
            /** @enum {string} */
            mode: "empty" | "ready";
            demo: boolean;
            demoAccounts?: {
                role: components["schemas"]["Role"];
                name: string;
                login: string;
                password: string;
            }[];
            /**
             * @description Whether administrators must have one.
             * @enum {string}
             */
            secondFactor: "required" | "optional";
            /** @description After how many minutes without use a sign-in locks; 0 for never. */
            idleMinutes: {
                administrator: number;
                office: number;
                cadre: number;
            };
            /** @description Whether a meeting server is configured. */
            meeting: boolean;
            /** @description What people call the provider of sign-ins; null where there is none. */
            provider?: string | null;
            version: string;
            /** Format: date-time */
            now: string;
        };
        HeldRole: {
            role: components["schemas"]["Role"];
            unit?: string;
            unitPath?: string;
            unitName?: string;
            session?: string;
            site?: string;
        };
        Me: {
            account: {
                id: string;
                name: string;
            };
            person?: {
                id: string;
                name: string;
                birthYear?: number | null;
                unit: string;
                unitName?: string;
            };
            grants: components["schemas"]["HeldRole"][];
            /** @description What must be settled before anything else is allowed. */
            due: ("unlock" | "password" | "second_factor")[];
            /** @description Signed in by PIN on a phone, or a device at a site. */
            byPin: boolean;
            /** @description To be repeated in the header X-CSRF of every call that changes something. */
            csrf: string;
        };
        BackFromProvider: {
            /**
             * @description second_factor: its code is wanted, too.
             * @enum {string}
             */
            outcome: "signed_in" | "second_factor" | "unbound" | "bound";
            me?: components["schemas"]["Me"];
            /** @description Of unbound: what an administrator types to bind this sign-in to an account. */
            code?: string;
            /** Format: date-time */
            validUntil?: string;
            /** @description Of bound: as the provider calls the person. */
            name?: string;
        };
        OfficeAccount: {
            id: string;
            login?: string | null;
            name: string;
            person?: string | null;
            grants: components["schemas"]["HeldRole"][];
            active: boolean;
            mustChange: boolean;
            /** @description As the provider of sign-ins calls whoever is bound; only in lists. */
            provider?: string | null;
            /** @description Only in the answer that made it. */
            password?: string;
            /**
             * Format: date-time
             * @description Signed in to last.
             */
            usedAt?: string;
            /**
             * Format: date-time
             * @description When it will be switched off unless somebody signs in: administrators’ accounts only.
             */
            offAt?: string;
            /**
             * Format: date-time
             * @description Since when it is switched off because nobody signed in.
             */
            unusedOff?: string;
        };
        MySignIn: {
            id: string;
            /** @description Whether it is this one. */
            here: boolean;
            /** @description How the browser calls itself. */
            agent: string;
            /** @description The address it came from. */
            from: string;
            byPin: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @enum {string} */
        PaperLayout: "state" | "party";
        LetterheadWish: {
            /** @description The revision that was read; 0 when none was kept. */
            rev: number;
            layout: components["schemas"]["PaperLayout"];
            /** @description The agency above the issuer. */
            superior?: string;
            issuer: string;
            /** @description The unit's part of a number, such as TU in 05-BC/TU. */
            sign?: string;
            place?: string;
            /** @description On whose behalf is signed. */
            signedFor?: string;
            signerRole?: string;
            signerName?: string;
            /** @description Who drew the tables up. */
            preparer?: string;
            recipients: string[];
        };
        Letterhead: components["schemas"]["LetterheadWish"] & {
            unit: string;
            unitName: string;
        };
        Material: {
            id: string;
            programme: string;
            session?: string | null;
            name: string;
            type: string;
            size: number;
            sha256: string;
            version?: number;
            site?: string | null;
            /** @enum {string} */
            readers?: "summoned" | "organisers";
            /** @description Only those readers who hold one of them; empty for all. */
            roles?: ("unit_admin" | "trainer" | "cell_secretary")[];
            shown?: boolean;
            /** @description Can be read page by page. */
            pages?: boolean;
            /** @description How many persons opened it; for whoever plans. */
            opened?: number;
            /** @description The versions before, oldest first; for whoever plans. */
            earlier?: {
                number: number;
                name: string;
                size: number;
                /** Format: date-time */
                addedAt: string;
            }[];
            /** Format: date-time */
            availableFrom: string;
            available: boolean;
            /** Format: date-time */
            addedAt?: string;
        };
        MaterialList: {
            items: components["schemas"]["Material"][];
            mayEdit: boolean;
            /** @description The largest file in bytes. */
            limit?: number;
        };
        MaterialAvailability: {
            /** Format: date-time */
            from: string;
        };
        MaterialReaders: {
            /** @enum {string} */
            readers: "summoned" | "organisers";
            session?: string;
            site?: string;
            roles?: ("unit_admin" | "trainer" | "cell_secretary")[];
        };
        TakenUpload: {
            upload: string;
            /** @description That nothing in it is classified. */
            declared: boolean;
        };
        NewMaterial: {
            upload: string;
            declared: boolean;
            session?: string;
            site?: string;
            /** @enum {string} */
            readers?: "summoned" | "organisers";
            roles?: ("unit_admin" | "trainer" | "cell_secretary")[];
            /** Format: date-time */
            availableFrom?: string;
        };
        ReflectionTask: {
            asked: boolean;
            /** Format: date-time */
            deadline?: string;
            task?: string;
        };
        HandedIn: {
            person?: {
                id?: string;
                name?: string;
                birthYear?: number | null;
                unitName?: string;
            };
            /** Format: date-time */
            at?: string;
            late?: boolean;
            name?: string;
            size?: number;
        };
        ReflectionList: {
            asked: boolean;
            /** Format: date-time */
            deadline?: string;
            task?: string;
            handedIn?: components["schemas"]["HandedIn"][];
            missing?: components["schemas"]["HandedIn"][];
        };
        MyReflection: {
            asked: boolean;
            /** Format: date-time */
            deadline?: string;
            task?: string;
            mine?: {
                name?: string;
                size?: number;
                /** Format: date-time */
                at?: string;
                late?: boolean;
            };
        };
        Admission: {
            session: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            /** @description The name others see. */
            as: string;
            /** @description Who one is in the queue of hands and in the meeting: opaque. */
            subject: string;
            agenda: components["schemas"]["AgendaItem"][];
            meeting?: {
                /** @description Of the Jitsi web front; its external_api.js lies below it. */
                url: string;
                room: string;
                token: string;
                /** Format: date-time */
                expiresAt: string;
                moderator: boolean;
                mayRecord: boolean;
            };
        };
        MeetingState: {
            /** Format: date-time */
            asOf: string;
            /** @description People connected on their own. */
            remote: number;
            /** @description Of these whose connection is lost for the moment. */
            lost: number;
            /** @description Connections of nobody known. */
            unnamed: number;
            sites: {
                id: string;
                name: string;
                /** @enum {string} */
                link: "in" | "lost" | "out" | "never";
            }[];
            people?: {
                id: string;
                name: string;
                /** @enum {string} */
                link: "in" | "lost";
                /** Format: date-time */
                since: string;
                breakout: boolean;
            }[];
            hands: {
                subject: string;
                name: string;
                site: boolean;
                /** Format: date-time */
                raisedAt: string;
                called: boolean;
            }[];
        };
        MeetingServer: {
            name: string;
            /** @description An observer looks into its rooms because our module is not there: weaker. */
            observed: boolean;
            /** @description Read within the last 30 seconds. */
            reached: boolean;
            /** Format: date-time */
            pulledAt?: string;
            /** Format: date-time */
            eventAt?: string;
            seq: number;
            lines: number;
            lagMillis: number;
            /** @description That machine's clock minus ours. */
            offsetMillis: number;
            /** @description Whether it syncs its journal to disk. */
            durable: boolean;
            /** @description Why its disk takes nothing. */
            fault?: string;
            /** @description Why the last reading failed. */
            failure?: string;
            alarmCount: number;
            alarms: {
                /** @enum {string} */
                what: "gap" | "not_written" | "new_journal" | "rewound" | "forgotten" | "different" | "not_taken";
                /** Format: date-time */
                at: string;
                from: number;
                to: number;
            }[];
        };
        /** @enum {string} */
        UnitTreeName: "party" | "state";
        /** @enum {string} */
        PersonStatus: "official" | "probationary" | "exempt" | "suspended" | "temporary" | "away" | "non_member";
        UnitRef: {
            id: string;
            name: string;
        };
        UnitRow: {
            /** @description The code; never used again. */
            id: string;
            name: string;
            /** @description With the name of the unit above, to tell two of one name apart. */
            fullName: string;
            tree: components["schemas"]["UnitTreeName"];
            type: string;
            level: number;
            /** @description How many units lie directly below on the day. */
            children: number;
            /** @description Ids from the root; missing when the unit did not exist on the day. */
            path?: string;
        };
        UnitList: {
            items: components["schemas"]["UnitRow"][];
        };
        UnitWhole: components["schemas"]["UnitRow"] & {
            rev: number;
            exists: boolean;
            way: components["schemas"]["UnitRef"][];
            placements: {
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
                parent?: components["schemas"]["UnitRef"];
            }[];
            formerNames: {
                name: string;
                /** Format: date */
                to: string;
            }[];
            successions: {
                /** @enum {string} */
                kind: "absorb" | "consolidate" | "divide" | "separate" | "dissolve" | "rename" | "transfer" | "undo";
                from: components["schemas"]["UnitRef"];
                to: components["schemas"]["UnitRef"];
                /** Format: date */
                date: string;
                decision?: string;
            }[];
        };
        /** @enum {string} */
        SuccessionKind: "absorb" | "consolidate" | "divide" | "separate" | "dissolve" | "rename" | "transfer" | "undo";
        UnitPlaceRef: {
            id: string;
            name: string;
            fullName?: string;
            /** @description The unit it is a part of. */
            from?: string;
            /** @description The name of the unit above before, or the former name. */
            before?: string;
            /** @description The name of the unit above afterwards, or the new name. */
            after?: string;
            parent?: components["schemas"]["UnitPlaceRef"];
        };
        FreshUnit: {
            code: string;
            name: string;
            type: string;
            level: number;
            parent?: string;
        };
        ReorganisationPlace: {
            /** @description A unit below or a person, by id. */
            what: string;
            to: string;
        };
        ReorganisationHand: {
            name: string;
            /** Format: date-time */
            at: string;
        };
        ReorganisationFault: {
            /** @enum {string} */
            why: "too_few_units" | "one_unit_only" | "too_few_new_units" | "unit_unknown" | "twice" | "other_tree" | "into_missing" | "below_itself" | "same_parent" | "parent_unknown" | "code_taken" | "name_missing" | "same_name" | "unplaced_unit" | "unplaced_person" | "place_unknown" | "nothing_goes" | "later_records" | "not_applied" | "too_early" | "already_undone" | "not_undoable";
            what?: string;
            name?: string;
        };
        ReorganisationPerson: {
            id: string;
            name: string;
            birthYear?: number;
            from?: string;
            to?: string;
            title?: string;
            unitName?: string;
        };
        ReorganisationPeople: {
            count: number;
            /** @description At most 500. */
            items: components["schemas"]["ReorganisationPerson"][];
        };
        ReorganisationTouch: {
            /** @enum {string} */
            what: "programme" | "session" | "room" | "list" | "group" | "request" | "account";
            id: string;
            title: string;
            unitName: string;
            /** Format: date-time */
            at?: string;
            /**
             * @description returns: goes back to where it came from; changed: came over, but was changed since, and stays until somebody decides.
             * @enum {string}
             */
            effect: "follows" | "stays" | "ends" | "returns" | "changed" | "open";
        };
        ReorganisationPreview: {
            /** @description Another when anything of it is another; an approval repeats it. */
            print: string;
            born: components["schemas"]["UnitPlaceRef"][];
            ended: components["schemas"]["UnitPlaceRef"][];
            placed: components["schemas"]["UnitPlaceRef"][];
            revived: components["schemas"]["UnitPlaceRef"][];
            renamed: components["schemas"]["UnitPlaceRef"][];
            moves: components["schemas"]["ReorganisationPeople"];
            postsEnd: components["schemas"]["ReorganisationPeople"];
            /** @description Posts that ended with units that live again, and are held again. */
            postsReturn?: components["schemas"]["ReorganisationPeople"];
            /** @description Those that stay ended because their holder was changed since. */
            postsLeft?: components["schemas"]["ReorganisationPeople"];
            /** @description People of the units that stand elsewhere afterwards. */
            members: number;
            /** @description What can be told where it goes; at most 2,000 each. */
            parts: {
                units: components["schemas"]["UnitPlaceRef"][];
                people: components["schemas"]["ReorganisationPerson"][];
            };
            touched: {
                counts: {
                    programme?: number;
                    session: number;
                    room?: number;
                    list: number;
                    group?: number;
                    request?: number;
                    account: number;
                };
                /** @description At most 200, those that wait for somebody first. */
                items: components["schemas"]["ReorganisationTouch"][];
            };
            faults: components["schemas"]["ReorganisationFault"][];
        };
        ReorganisationRow: {
            id: string;
            kind: components["schemas"]["SuccessionKind"];
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            date: string;
            decision: string;
            /** @enum {string} */
            state: "draft" | "approved" | "applying" | "applied" | "withdrawn";
            /** @description Done to; of an undo those of what it takes back. */
            units: components["schemas"]["UnitPlaceRef"][];
            into?: components["schemas"]["UnitPlaceRef"];
            fresh: components["schemas"]["FreshUnit"][];
            name?: string;
            undoes?: string;
            /** @description Why it could not be applied on its day; once applied, who was left in a unit that ended. */
            stuck: components["schemas"]["ReorganisationFault"][];
            drafted: components["schemas"]["ReorganisationHand"];
            approved?: components["schemas"]["ReorganisationHand"];
            /** Format: date-time */
            appliedAt?: string;
            rev: number;
        };
        ReorganisationList: {
            items: components["schemas"]["ReorganisationRow"][];
        };
        Reorganisation: components["schemas"]["ReorganisationRow"] & {
            note: string;
            /** Format: date */
            decidedOn?: string;
            places: components["schemas"]["ReorganisationPlace"][];
            rightsFollow: boolean;
            does?: components["schemas"]["ReorganisationPreview"];
        };
        ReorganisationWish: {
            kind: components["schemas"]["SuccessionKind"];
            /** Format: date */
            date: string;
            /** @description Its number. */
            decision: string;
            /** Format: date */
            decidedOn?: string;
            note?: string;
            units?: string[];
            into?: string;
            fresh?: components["schemas"]["FreshUnit"][];
            name?: string;
            places?: components["schemas"]["ReorganisationPlace"][];
            /** Format: uuid */
            undoes?: string;
            rightsFollow?: boolean;
            /** @description 0 for a new one. */
            rev?: number;
        };
        UnitWish: {
            code: string;
            name: string;
            tree: components["schemas"]["UnitTreeName"];
            type: string;
            level: number;
            parent?: string;
            /** Format: date */
            from?: string;
        };
        UnitNameWish: {
            rev: number;
            name: string;
            /** Format: date */
            from?: string;
        };
        HeldPostRow: {
            unit: string;
            unitName?: string;
            title: string;
            tree: components["schemas"]["UnitTreeName"];
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        };
        PersonRow: {
            id: string;
            name: string;
            sortKey: string;
            birthYear?: number;
            card?: string;
            phone?: string;
            status: components["schemas"]["PersonStatus"];
            category?: string;
            unit: string;
            unitName: string;
            posts: components["schemas"]["HeldPostRow"][];
            rev: number;
        };
        PersonPage: {
            items: components["schemas"]["PersonRow"][];
            next?: string;
        };
        PersonSearch: {
            text: string;
            unit?: string;
            limit?: number;
        };
        PersonWhole: {
            id: string;
            rev: number;
            name: string;
            /** @enum {string} */
            sex?: "male" | "female";
            /** @description A day, or a year. */
            birth?: string;
            card?: string;
            cardTyped?: string;
            phone?: string;
            phoneTyped?: string;
            category?: string;
            /** Format: date */
            joined?: string;
            status: components["schemas"]["PersonStatus"];
            unit: string;
            unitName: string;
            /** @description Whether the person belongs anywhere today. */
            belongs: boolean;
            memberships: {
                unit: string;
                unitName?: string;
                /**
                 * Format: date
                 * @description Missing when it is not known since when.
                 */
                from?: string;
                /** Format: date */
                to?: string;
            }[];
            statuses: {
                status: components["schemas"]["PersonStatus"];
                /** Format: date */
                from?: string;
            }[];
            posts: components["schemas"]["HeldPostRow"][];
        };
        PersonWish: {
            name: string;
            /** @enum {string} */
            sex?: "male" | "female";
            birth?: string;
            card?: string;
            phone?: string;
            category?: string;
            /** Format: date */
            joined?: string;
            unit: string;
            status: components["schemas"]["PersonStatus"];
            /** Format: date */
            from?: string;
        };
        PersonDetails: {
            rev: number;
            name?: string;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            birth?: string | null;
            card?: string | null;
            phone?: string | null;
            category?: string | null;
            /** Format: date */
            joined?: string | null;
        };
        MoveWish: {
            rev: number;
            unit: string;
            /** Format: date */
            from: string;
        };
        StayWish: {
            rev: number;
            unit: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The last day; without it until further notice.
             */
            to?: string;
        };
        DepartureWish: {
            rev: number;
            /** Format: date */
            lastDay: string;
        };
        StatusWish: {
            rev: number;
            status: components["schemas"]["PersonStatus"];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        PostWish: {
            rev: number;
            unit: string;
            title: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        PostEndingWish: {
            rev: number;
            unit: string;
            title: string;
            /** Format: date */
            lastDay: string;
        };
        /** @enum {string} */
        ImportKind: "units" | "successions" | "roster" | "memberships" | "posts" | "others";
        ImportTally: {
            what: string;
            count: number;
            samples: {
                /** @description As the spreadsheet numbers it. */
                row: number;
                before: string;
                after: string;
            }[];
        };
        ImportReport: {
            rows: number;
            understood: number;
            effects: {
                added: number;
                changed: number;
                unchanged: number;
            };
            repairedRows: number;
            refusedRows: number;
            /** @description Rows that wait for a decision. */
            waiting: number;
            repairs: components["schemas"]["ImportTally"][];
            refusals: components["schemas"]["ImportTally"][];
            changes: components["schemas"]["ImportTally"][];
        };
        ImportFile: {
            id: string;
            name: string;
            kind: components["schemas"]["ImportKind"];
            size: number;
            rows: number;
            heading: {
                row: number;
                used: string[];
                ignored: string[];
                /** @description Columns that must never be collected. */
                refused: string[];
            };
            report?: components["schemas"]["ImportReport"];
        };
        ImportDecision: {
            /** @enum {string} */
            choice: "unit" | "person" | "new" | "leave_out";
            target?: string;
        };
        ImportQuestion: {
            id: string;
            /** @enum {string} */
            kind: "unknown_unit" | "card_of_another" | "same_person";
            text: string;
            rows: number;
            samples: {
                file: string;
                row: number;
                what: string;
            }[];
            candidates: {
                id: string;
                name: string;
                detail: string;
            }[];
            decision?: components["schemas"]["ImportDecision"];
        };
        Import: {
            id: string;
            /** @enum {string} */
            state: "collecting" | "reading" | "ready" | "writing" | "interrupted" | "done" | "failed";
            /** Format: date-time */
            at: string;
            byName: string;
            files: components["schemas"]["ImportFile"][];
            progress?: {
                done: number;
                total: number;
            };
            outcome: {
                questions?: components["schemas"]["ImportQuestion"][];
                millis?: number;
                /** Format: date-time */
                finishedAt?: string;
                error?: string;
            };
        };
        ImportList: {
            items: components["schemas"]["Import"][];
        };
        AppealWish: {
            session: string;
            /** @enum {string} */
            standing: "present" | "substituted" | "excused";
            reason: string;
        };
        AppealDecision: {
            /** @enum {string} */
            decision: "accepted" | "refused";
            note?: string;
        };
        Appeal: {
            id: string;
            session: string;
            /** @description Of the session. */
            title?: string;
            /** Format: date-time */
            startsAt?: string;
            person: components["schemas"]["RollPerson"];
            /**
             * @description What the record should say.
             * @enum {string}
             */
            standing: "present" | "substituted" | "excused";
            reason: string;
            /** @enum {string} */
            state: "open" | "accepted" | "refused";
            /** Format: date-time */
            filedAt: string;
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
            note?: string;
        };
        Appeals: {
            items: components["schemas"]["Appeal"][];
        };
        AttendancePolicy: {
            version: number;
            lateMinutes: number;
            earlyMinutes: number;
            /** @description Individual remote presence counts from this share of the session on. */
            remotePercent: number;
            /** @description Being ticked means having been there from the start. */
            rollCall: boolean;
            otherSiteAccepted: boolean;
            /** @description Whoever misses strictly more than this share may not sit the exam; 100 when nothing follows. */
            absentPercent: number;
            /** @description Whether absences with leave count towards that share too. */
            excusedCounts: boolean;
            /** @description How long after a closing the person may object. */
            appealDays: number;
            /** @description How long after the start a site that said nothing is reminded; 0: never. */
            remindMinutes: number;
            /** @description How long after the end a site that said nothing is closed by rule, as such on every record; 0: never. */
            ruleHours: number;
        };
        PolicyWish: {
            lateMinutes: number;
            earlyMinutes: number;
            remotePercent: number;
            rollCall?: boolean;
            otherSiteAccepted?: boolean;
            absentPercent: number;
            excusedCounts?: boolean;
            appealDays?: number;
            remindMinutes?: number;
            ruleHours?: number;
            reason: string;
        };
        PolicyProposal: {
            id: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "rejected";
            policy: components["schemas"]["AttendancePolicy"];
            reason: string;
            by: string;
            /** Format: date-time */
            at: string;
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Proposed by the caller */
            own?: boolean;
            effect?: components["schemas"]["PolicyEffect"];
        };
        PolicyEffect: {
            openSessions: number;
            /** @description They stay as they were closed. */
            closedSessions: number;
            changed: number;
            changes: components["schemas"]["PolicyChange"][];
            standings: components["schemas"]["PolicyStanding"][];
        };
        PolicyChange: {
            person: components["schemas"]["RollPerson"];
            session: string;
            /** Format: date-time */
            startsAt?: string;
            before: components["schemas"]["AttendanceOutcome"];
            after: components["schemas"]["AttendanceOutcome"];
        };
        PolicyStanding: {
            person: components["schemas"]["RollPerson"];
            before: components["schemas"]["Eligibility"];
            after: components["schemas"]["Eligibility"];
        };
        PolicyHistory: {
            mayPropose: boolean;
            mayApprove: boolean;
            current: components["schemas"]["AttendancePolicy"];
            proposals: components["schemas"]["PolicyProposal"][];
        };
        Eligibility: {
            /** @enum {string} */
            unit: "period" | "session";
            total: number;
            /** @description With those excused where the policy counts them. */
            absent: number;
            excused: number;
            /** @description Approved leave for sessions that are not over */
            ahead: number;
            /** @description The most that may be missed. */
            allowed: number;
            /** @enum {string} */
            state: "fine" | "near" | "over";
        };
        ProgrammeEligibility: {
            policy: components["schemas"]["AttendancePolicy"];
            limited: boolean;
            items: (components["schemas"]["Eligibility"] & {
                person: components["schemas"]["RollPerson"];
            })[];
        };
        MyEligibility: {
            items: (components["schemas"]["Eligibility"] & {
                programme: string;
                title: string;
            })[];
        };
        Notice: {
            /** @description 0 while the operator has written nothing. */
            version: number;
            operator: string;
            contact: string;
            basis: string;
            seen?: boolean;
        };
        MyData: {
            person: string;
            /** Format: date-time */
            madeAt: string;
            /** @description What the ids of units and sessions in it are called. */
            names: {
                units: {
                    [key: string]: string;
                };
                sessions: {
                    [key: string]: {
                        title: string;
                        /** Format: date-time */
                        startsAt: string;
                    };
                };
            };
            /** @description By kind, the records as they are stored, without secrets. */
            held: {
                [key: string]: Record<string, never>[];
            };
            seenBy: components["schemas"]["Reading"][];
        };
        Reading: {
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            name: string;
            /** @description The page, such as /persons/{person}. */
            what: string;
            person?: string;
            session?: string;
            unit?: string;
            from?: string;
        };
        DataRequest: {
            id: string;
            person: string;
            name: string;
            /** @enum {string} */
            kind: "see" | "correct" | "delete" | "restrict";
            text: string;
            /** Format: date-time */
            filedAt: string;
            /** Format: date */
            acknowledgeBy: string;
            /** Format: date */
            answerBy: string;
            /** @enum {string} */
            state: "filed" | "acknowledged" | "done" | "refused";
            answer?: string | null;
            by?: string | null;
            /** Format: date-time */
            answeredAt?: string | null;
        };
        KeptKind: {
            kind: string;
            /** @description 0 for ever. */
            days: number;
            due: number;
        };
        Recording: {
            id: string;
            session?: string | null;
            programme?: string | null;
            title: string;
            /** @enum {string} */
            state: "expected" | "arriving" | "ready" | "failed" | "removed";
            /** Format: date-time */
            startedAt: string;
            seconds: number;
            type?: string;
            size?: number;
            poster: boolean;
            captions: boolean;
            chapters: boolean;
            percent: number;
            approval: boolean;
            mayEdit: boolean;
            name?: string | null;
            sha256?: string | null;
            /** Format: date-time */
            dueAt?: string;
            overdue?: boolean;
            failure?: string | null;
            /** Format: date-time */
            removeAfter?: string | null;
            removalWarned?: boolean;
        };
        RecordingList: {
            items: components["schemas"]["Recording"][];
            mayEdit?: boolean;
            limit?: number;
        };
        RecordingAlarms: {
            items: {
                recording: components["schemas"]["Recording"];
                /** @enum {string} */
                cause: "failed" | "no_recorder" | "recorder_silent" | "disk_full" | "recorder_failing" | "on_its_way" | "not_recorded" | "removal";
                recorder?: {
                    name: string;
                    /** Format: date-time */
                    seenAt?: string | null;
                    freeBytes?: number | null;
                    waiting: number;
                    failing: number;
                };
            }[];
        };
        Played: {
            /** @description Made by the page. */
            stream: string;
            spans?: {
                from: number;
                until: number;
            }[];
            position: number;
            takeOver?: boolean;
        };
        Watched: {
            /** @description Distinct seconds. */
            seen: number;
            spans: number[][];
            position: number;
            /** @enum {string} */
            madeUp: "not_yet" | "proposed" | "counted" | "refused";
        };
        Heat: {
            seconds: number;
            buckets: number[];
            watchers: {
                person: {
                    id?: string;
                    name?: string;
                    birthYear?: number | null;
                    unitName?: string;
                };
                sortKey?: string;
                seen: number;
                /** Format: date-time */
                last?: string | null;
                /** @enum {string} */
                madeUp: "not_yet" | "proposed" | "counted" | "refused";
                /**
                 * @description Why it was agreed to and counts no more.
                 * @enum {string|null}
                 */
                unsettled?: "no_session" | "moved" | "session_gone" | null;
            }[];
        };
        Recorder: {
            id: string;
            name: string;
            /** @description The address that its token holds for; empty for any. */
            host: string;
            /** Format: date-time */
            madeAt: string;
            /**
             * Format: date-time
             * @description When its token was made.
             */
            renewedAt: string;
            /**
             * Format: date-time
             * @description When its token was last used.
             */
            usedAt?: string | null;
            /**
             * Format: date-time
             * @description Until when the token before still holds, if it does.
             */
            formerUntil?: string | null;
            /** Format: date-time */
            formerUsedAt?: string | null;
            /** Format: date-time */
            seenAt?: string | null;
            freeBytes?: number | null;
            waiting: number;
            failing: number;
            /** @description Only when it was just made. */
            token?: string;
        };
        Confirmed: {
            id: string;
            session?: string | null;
            state: string;
            sha256?: string | null;
        };
        /** @enum {string} */
        ReportKind: "class" | "conference" | "seminar" | "resolution_study" | "cell_meeting" | "assessment" | "contest";
        /**
         * @description Units as organised when it happened, or restated to the tree of today: mergers exactly, parted units by their persons; what nobody took over is shown apart. A unit that does not stand today is refused with not_on_that_day.
         * @default then
         * @enum {string}
         */
        ReportTree: "then" | "today";
        /**
         * @default xlsx
         * @enum {string}
         */
        ReportFormat: "xlsx" | "docx" | "pdf";
        /**
         * @description Báo cáo nhanh (per site), biểu tổng hợp (per unit), danh sách (per person), sổ theo dõi lớp (trainees by sessions).
         * @enum {string}
         */
        ReportForm: "flash" | "summary" | "roll" | "register";
        /** @description What a document will contain. */
        DocumentOutline: {
            title: string;
            /** @description Under the title: period, filter, tính đến, reported x/y, tree, who closed. */
            lines: string[];
            notes: string[];
            columns: string[];
            rows: number;
            /** @description More than one for a register too wide for a sheet of paper. */
            parts: number;
            landscape: boolean;
            /** @enum {string} */
            standing: "final" | "provisional" | "not_closing";
            /** @description It belongs to a report, whose number it names. */
            attached: boolean;
            layout: components["schemas"]["PaperLayout"];
            issuer: string;
            numberLine: string;
            /** @description The letterhead names somebody who signs. */
            signed: boolean;
        };
        ExportProgress: {
            /** @enum {string} */
            state: "waiting" | "writing" | "sending";
            /** @description Rows written. */
            done: number;
            of: number;
        };
        ReportUnit: {
            id: string;
            name: string;
            type: string;
            level: number;
        };
        ReportPeriod: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            shape: "month" | "quarter" | "year" | "free";
        };
        /** @description Turns. required = present + substituted + excused + unexcused + undetermined, always. */
        ReportCounts: {
            required: number;
            present: number;
            substituted: number;
            excused: number;
            unexcused: number;
            undetermined: number;
            late: number;
            leftEarly: number;
            madeUp: number;
            mainHall: number;
            linked: number;
            broadcast: number;
            remote: number;
            exempt: number;
            otherwiseFree: number;
            exemptPresent: number;
            /** @description Non-members and guests who came; in no rate. */
            others: number;
        };
        ReportFigures: {
            /** @description Sessions held (cuộc). */
            held: number;
            /** @description Cell meetings of another cell at which the unit's members were required (sinh hoạt ghép), once for each cell; in no total of sessions held. */
            joint: number;
            counts: components["schemas"]["ReportCounts"];
            /** @description Some turns are undetermined and stand outside the rate. */
            provisional: boolean;
            ratePresent: number;
            rateRequired: number;
            /** @description Hundredths of a percent, never rounded up to a whole percent; absent when nobody was required. */
            rate?: number;
            /** @description Under the threshold by the exact fraction; never while turns are undetermined. */
            below: boolean;
            /** @description The same period a year before. */
            ratePresentBefore?: number;
            rateRequiredBefore?: number;
        };
        UnitLine: components["schemas"]["ReportFigures"] & {
            unit: components["schemas"]["ReportUnit"];
        };
        UnitReport: {
            unit: components["schemas"]["ReportUnit"];
            above: components["schemas"]["ReportUnit"][];
            period: components["schemas"]["ReportPeriod"];
            yearBefore: components["schemas"]["ReportPeriod"];
            /** Format: date-time */
            asOf: string;
            threshold: number;
            total: components["schemas"]["ReportFigures"];
            before: components["schemas"]["ReportFigures"];
            /** @description Units below whose turns are all determined. */
            reported: number;
            /** @description Units below with anybody required. */
            reporting: number;
            /** @description Units directly below that lie under the threshold. */
            below: number;
            lines: components["schemas"]["UnitLine"][];
            own?: components["schemas"]["ReportFigures"];
            /**
             * Format: date
             * @description The day of the tree that figures are restated to; absent for units as organised then.
             */
            treeDate?: string;
            /** @description What nobody who stands on that day can take over. */
            lost?: components["schemas"]["ReportFigures"];
            trend: (components["schemas"]["ReportFigures"] & {
                period: components["schemas"]["ReportPeriod"];
            })[];
            /** @description Units that stood under this one only for a part of the period. */
            changes: {
                unit: components["schemas"]["ReportUnit"];
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
            }[];
            reconciles: boolean;
            moving: components["schemas"]["ReportMoving"];
            part?: components["schemas"]["ReportPart"];
        };
        /** @description Sums were on their way up when this was read; what does not agree does so in a moment and is no fault. */
        ReportMoving: boolean;
        /** @description By what the account is narrowed. */
        ReportPart: {
            /** @enum {string} */
            by: "campaign" | "group";
            id: string;
            name: string;
            /** @description People in the group today; 0 for a campaign. */
            members: number;
        };
        TrainingSum: {
            /** @description Classes whose first session lies in the period. */
            classes: number;
            /** @description Of them */
            ended: number;
            /** @description Trainees, once for each class (lượt). */
            turns: number;
            /** @description Different people. */
            persons: number;
            /** @description Trainees of ended classes of whom every turn is known and who missed no more than the class allows. */
            completed: number;
            /** @description Trainees of ended classes. */
            due: number;
        };
        TrainingReport: {
            unit: components["schemas"]["ReportUnit"];
            period: components["schemas"]["ReportPeriod"];
            yearBefore: components["schemas"]["ReportPeriod"];
            /** Format: date-time */
            asOf: string;
            items: (components["schemas"]["TrainingSum"] & {
                /** @enum {string} */
                training: "political_theory" | "postgraduate" | "rank" | "post" | "job_position" | "defence_security" | "refresher" | "none";
                before: components["schemas"]["TrainingSum"];
            })[];
            total: components["schemas"]["TrainingSum"] & {
                before: components["schemas"]["TrainingSum"];
            };
        };
        CellsBelow: {
            threshold: number;
            count: number;
            of: number;
            byChild: {
                [key: string]: number;
            };
            cells: components["schemas"]["UnitLine"][];
        };
        WorstUnits: {
            unit: components["schemas"]["ReportUnit"];
            threshold: number;
            total: components["schemas"]["ReportFigures"];
            /** @description Units directly below with anybody required. */
            of: number;
            items: (components["schemas"]["UnitLine"] & {
                byKind: (components["schemas"]["ReportFigures"] & {
                    kind: components["schemas"]["ReportKind"];
                })[];
                /** @description Its own units that lie under the threshold. */
                unitsBelow: number;
                /** @description Its own units with anybody required. */
                units: number;
                lowest: components["schemas"]["UnitLine"][];
            })[];
        };
        /** @description Different persons; required = always + sometimes + never + unknown. */
        PeopleFigures: {
            /** Format: date-time */
            asOf: string;
            /** @description To come at least once. */
            required: number;
            always: number;
            sometimes: number;
            never: number;
            /** @description Nothing is known yet of any of their turns. */
            unknown: number;
            /** @description Guests, invited and exempt people and walk-ins who came. */
            others: number;
            posts: (components["schemas"]["ReportFigures"] & {
                title: string;
                persons: number;
            })[];
        };
        ReportPerson: {
            id: string;
            name: string;
            sortKey: string;
            birthYear?: number;
            unitName: string;
        };
        PersonLine: components["schemas"]["ReportFigures"] & {
            person: components["schemas"]["ReportPerson"];
            entry: string;
        };
        ReportSession: {
            id: string;
            programme: string;
            kind: components["schemas"]["ReportKind"];
            title: string;
            number: number;
            topic?: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            state: string;
        };
        UnitPersons: {
            /** Format: date-time */
            asOf: string;
            items: components["schemas"]["PersonLine"][];
            sessions: (components["schemas"]["ReportSession"] & {
                figures: components["schemas"]["ReportFigures"];
            })[];
            total: components["schemas"]["ReportFigures"];
        };
        PersonReport: components["schemas"]["PersonLine"] & {
            items: {
                session: string;
                /** Format: date-time */
                startsAt: string;
                kind: components["schemas"]["ReportKind"];
                entry: string;
                /** @enum {string} */
                standing: "present" | "substituted" | "excused" | "unexcused" | "undetermined";
                flags: string[];
                minutes: number;
                mode?: string;
                about?: components["schemas"]["ReportSession"];
            }[];
        };
        SessionLine: components["schemas"]["ReportSession"] & {
            counts: components["schemas"]["ReportCounts"];
            reported: number;
            reporting: number;
            provisional: boolean;
            reconciles: boolean;
            moving: components["schemas"]["ReportMoving"];
            /** Format: date-time */
            closedAt?: string;
            rate?: number;
            ratePresent: number;
            rateRequired: number;
            below: boolean;
        };
        SessionReports: {
            /** Format: date-time */
            asOf: string;
            count: number;
            items: components["schemas"]["SessionLine"][];
            next?: string;
        };
        SiteLine: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "main" | "linked" | "broadcast";
            /** @enum {string} */
            state: "silent" | "filling" | "reported" | "link_down" | "closed" | "closed_by_rule";
            counts: components["schemas"]["ReportCounts"];
            visiting: number;
            /** @description Số đếm: never part of a rate. */
            headCount?: number;
            reported: boolean;
            /** Format: date-time */
            reportedAt?: string;
            rate?: number;
            ratePresent?: number;
            rateRequired?: number;
            below?: boolean;
        };
        ProgrammeReport: {
            programme: {
                id: string;
                title: string;
                kind: components["schemas"]["ReportKind"];
                state: string;
                rehearsal: boolean;
            };
            /** Format: date-time */
            asOf: string;
            total: components["schemas"]["ReportFigures"];
            provisional: boolean;
            sessions: (components["schemas"]["SessionLine"] & {
                sites: components["schemas"]["SiteLine"][];
                elsewhere?: components["schemas"]["ReportFigures"];
            })[];
            lines: components["schemas"]["UnitLine"][];
            unplaced?: components["schemas"]["ReportFigures"];
            reconciles: boolean;
            moving: components["schemas"]["ReportMoving"];
        };
        /** @enum {string} */
        ReportStanding: "present" | "substituted" | "excused" | "unexcused" | "undetermined";
        SheetMark: {
            standing: components["schemas"]["ReportStanding"];
            remote: boolean;
            site?: string;
            /** Format: date-time */
            arrived?: string;
            /** Format: date-time */
            left?: string;
            reason?: string;
        };
        SheetRow: {
            /** @description As the spreadsheet shows it. */
            row: number;
            name: string;
            unitName: string;
        };
        SheetPlan: {
            /** @description What whoever confirms names. */
            plan: string;
            /** @description Figures of the session are closed. */
            closed: boolean;
            rows: number;
            /** @description Rows that are written without asking. */
            present: number;
            excused: number;
            /** @description Absent without a reason where nothing is known yet: nothing is written, the closing of the roll decides. */
            absent: number;
            unchanged: number;
            asked: number;
            refused: number;
            /** @description The first 200. */
            writes: (components["schemas"]["SheetRow"] & {
                mark: components["schemas"]["SheetMark"];
            })[];
            /** @description The first 200. */
            questions: (components["schemas"]["SheetRow"] & {
                /** @enum {string} */
                kind: "card_of_another" | "name_only" | "otherwise_known" | "substitute_unnamed";
                known?: components["schemas"]["ReportStanding"];
                candidates: {
                    name: string;
                    birthYear?: number;
                    unitName: string;
                    mark: components["schemas"]["SheetMark"];
                }[];
            })[];
            /** @description The first 200. */
            refusals: (components["schemas"]["SheetRow"] & {
                /** @enum {string} */
                fault: "name_missing" | "card_unreadable" | "status_unknown" | "date_unreadable" | "time_unreadable" | "other_day" | "not_on_the_list" | "repeated";
                /** @description What could not be read. */
                text: string;
            })[];
        };
        SheetTaken: {
            /** @description People of whom something new was kept. */
            written: number;
            already: number;
            /** @description People of whom something was refused, as at any door. */
            refused: number;
        };
        /** @enum {string} */
        ProgrammeKind: "class" | "conference" | "seminar" | "resolution_study" | "cell_meeting" | "assessment" | "contest";
        /** @enum {string} */
        PlanMode: "in_room" | "hybrid" | "remote";
        /** @enum {string} */
        PlanState: "draft" | "issued" | "postponed" | "cancelled" | "ended";
        /** @enum {string} */
        SiteKind: "main" | "linked" | "broadcast";
        PlanUnits: {
            items: {
                id: string;
                name: string;
                /** @description With the unit above it. */
                fullName: string;
                level: number;
            }[];
        };
        Programme: {
            id: string;
            kind: components["schemas"]["ProgrammeKind"];
            title: string;
            unit: string;
            unitName: string;
            campaign?: string;
            training?: components["schemas"]["Training"];
            mode: components["schemas"]["PlanMode"];
            state: components["schemas"]["PlanState"];
            policy: string;
            /** @description A trial run: out of every figure, deleted in one action. */
            rehearsal: boolean;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            /** @description How many, cancelled ones left out. */
            sessions: number;
            /** Format: date-time */
            createdAt: string;
            rev: number;
            mayPlan: boolean;
        };
        ProgrammePage: {
            items: components["schemas"]["Programme"][];
            /** @description Cursor of the next page, if there is one. */
            next?: string;
        };
        ProgrammeShown: components["schemas"]["Programme"] & {
            sites: components["schemas"]["Site"][];
        };
        ProgrammeWhole: components["schemas"]["ProgrammeShown"] & {
            items: components["schemas"]["SessionRow"][];
        };
        /**
         * @description What kind of training a class is; absent while nobody has said, and for what is no class.
         * @enum {string}
         */
        Training: "political_theory" | "postgraduate" | "rank" | "post" | "job_position" | "defence_security" | "refresher";
        ProgrammeWish: {
            kind: components["schemas"]["ProgrammeKind"];
            title: string;
            unit: string;
            campaign?: string;
            training?: components["schemas"]["Training"];
            mode: components["schemas"]["PlanMode"];
            policy?: string;
            rehearsal?: boolean;
            /** @description For a new programme only. */
            sites?: components["schemas"]["SiteWish"][];
            /** @description The revision the change was made on. */
            rev?: number;
        };
        StateWish: {
            state: components["schemas"]["PlanState"];
            reason?: string;
        };
        CopyWish: {
            id: string;
            /** Format: date */
            startsOn: string;
            title?: string;
            rehearsal?: boolean;
        };
        AgendaItem: {
            /** Format: date-time */
            at?: string;
            topic: string;
            presenter?: string;
        };
        NewSessions: {
            sessions: {
                id: string;
                topic?: string;
                lecturer?: string;
                periods?: number;
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
                mode?: components["schemas"]["PlanMode"];
                agenda?: components["schemas"]["AgendaItem"][];
            }[];
        };
        SessionRow: {
            id: string;
            programme: string;
            kind: components["schemas"]["ProgrammeKind"];
            /** @description Of the programme. */
            title: string;
            unit: string;
            unitName: string;
            number: number;
            topic?: string;
            lecturer?: string;
            periods: number;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            mode: components["schemas"]["PlanMode"];
            state: components["schemas"]["PlanState"];
            rehearsal: boolean;
            sequence: number;
            /** @description Whether its sites differ from the programme. */
            ownSites: boolean;
            siteCount: number;
            agendaCount: number;
            rev: number;
        };
        SessionRows: {
            items: components["schemas"]["SessionRow"][];
        };
        SessionWhole: components["schemas"]["SessionRow"] & {
            policy: string;
            agenda: components["schemas"]["AgendaItem"][];
            sites: components["schemas"]["Site"][];
            mayPlan: boolean;
        };
        SessionEdit: {
            topic?: string;
            lecturer?: string;
            periods?: number;
            mode?: components["schemas"]["PlanMode"];
            agenda?: components["schemas"]["AgendaItem"][];
            rev?: number;
        };
        TimesWish: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            reason?: string;
        };
        PlanChanges: {
            items: {
                /** @enum {string} */
                what: "made" | "edited" | "sites" | "issued" | "moved" | "postponed" | "cancelled" | "ended";
                /** @description An account. */
                by: string;
                /** Format: date-time */
                at: string;
                reason?: string;
            }[];
        };
        Site: {
            id: string;
            kind: components["schemas"]["SiteKind"];
            name: string;
            /** @description The entry of the directory it came from. */
            place?: string;
            address?: string;
            /** @description 0 when unknown. */
            seats: number;
            contactName?: string;
            /** @description For those who may plan. */
            contactPhone?: string;
            /** @description Whose people come here. */
            units: {
                id: string;
                name: string;
            }[];
        };
        SiteWish: {
            id: string;
            kind: components["schemas"]["SiteKind"];
            name: string;
            place?: string;
            address?: string;
            seats?: number;
            contactName?: string;
            contactPhone?: string;
            units?: string[];
        };
        SitesWish: {
            sites: components["schemas"]["SiteWish"][];
            rev?: number;
        };
        Clashes: {
            items: {
                /** @enum {string} */
                kind: "sessions" | "lecturer" | "place" | "contact" | "seats";
                session: string;
                site?: string;
                subject: string;
                expected?: number;
                seats?: number;
                other?: {
                    title: string;
                    topic?: string;
                    unitName: string;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                };
            }[];
        };
        Place: {
            id: string;
            name: string;
            address?: string;
            seats: number;
            contactName?: string;
            contactPhone?: string;
            unit: string;
            unitName: string;
            rev: number;
            mayPlan: boolean;
        };
        PlacePage: {
            items: components["schemas"]["Place"][];
            next?: string;
        };
        PlaceWish: {
            /** @description In a table only; else it stands in the path. */
            id?: string;
            name: string;
            address?: string;
            seats?: number;
            contactName?: string;
            contactPhone?: string;
            unit: string;
        };
        PlaceWishes: {
            places: components["schemas"]["PlaceWish"][];
        };
        PlaceCounts: {
            added: number;
            changed: number;
            unchanged: number;
        };
        Pasted: {
            text: string;
            /**
             * Format: date
             * @description Dates without year are taken near this day.
             */
            near?: string;
        };
        PastedAgenda: {
            text: string;
            /** Format: date */
            day: string;
        };
        PastedPlaces: {
            text: string;
            /** @description Whose places, where a row names no unit. */
            unit: string;
        };
        RowFaults: {
            field: string;
            /** @enum {string} */
            code: "date_missing" | "date_unreadable" | "weekday_differs" | "time_missing" | "time_unreadable" | "end_missing" | "ends_before_start" | "topic_missing" | "periods_unreadable" | "name_missing" | "place_twice" | "seats_unreadable" | "zero_put_back" | "phone_unusual" | "unit_missing" | "unit_unknown" | "unit_ambiguous";
            blocking: boolean;
        }[];
        TimetablePreview: {
            items: {
                /** @description Row of the table, from 1. */
                line: number;
                /** Format: date-time */
                startsAt?: string;
                /** Format: date-time */
                endsAt?: string;
                periods?: number;
                topic?: string;
                lecturer?: string;
                faults: components["schemas"]["RowFaults"];
            }[];
        };
        RecurrenceWish: {
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            count?: number;
            everyWeeks?: number;
            days: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
            blocks: {
                /** @description As 07:30. */
                from: string;
                to: string;
                periods?: number;
            }[];
            except?: string[];
        };
        Slots: {
            items: {
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
                periods: number;
            }[];
        };
        AgendaPreview: {
            items: components["schemas"]["AgendaItem"][];
        };
        PlacePreview: {
            items: {
                line: number;
                name: string;
                address?: string;
                seats: number;
                contactName?: string;
                contactPhone?: string;
                unit?: string;
                unitName?: string;
                /** @description The entry it would write over. */
                existing?: string;
                /** @description Whether that entry says the same already. */
                same: boolean;
                faults: components["schemas"]["RowFaults"];
            }[];
        };
    };
    responses: {
        /** @description What is wrong, with a stable code. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        sessionId: string;
        siteId: string;
        personId: string;
        unitId: string;
        /** @description Made by the sender, at most 64 characters; twice is once. */
        evidenceId: string;
        deviceId: string;
        /** @description Made by the page when it opens. */
        pageId: string;
        programmeId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    openSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteOpening"];
            };
        };
        responses: {
            /** @description Signed in as the steward of that site; the cookies are set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSite"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slips by site. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slips"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    printSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    printRollSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readRoll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roll. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roll"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readSitePack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description pack is base64url of the UTF-8 JSON SitePack; signature is base64url of ES256 (P1363) over those bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedPack"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    recordEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceEntry"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    recordEvidenceBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceBatch"];
            };
        };
        responses: {
            /** @description One answer an entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswers"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSiteDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Devices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteDevices"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    checkSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteCheck"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    noteSiteCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteCall"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    openDoor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoorOpening"];
            };
        };
        responses: {
            /** @description Signed in as the door; the cookies are set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSite"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    revokeSiteDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
                device: components["parameters"]["deviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    acceptHeldEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
                device: components["parameters"]["deviceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reportSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteReport"];
            };
        };
        responses: {
            /** @description How the site stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    closeSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentId"];
            };
        };
        responses: {
            /** @description How the site stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteStanding"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    mergeWalkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalkInMerge"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    beatPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                /** @description Made by the page when it opens. */
                page: components["parameters"]["pageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Beat"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    leavePresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                /** @description Made by the page when it opens. */
                page: components["parameters"]["pageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    watchSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is a Wall. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Wall"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readWall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wall. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wall"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    watchRoll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events whose data is a Roll. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Roll"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readRoomCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                site: components["parameters"]["siteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key and where a phone goes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomCode"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listAttendance: {
        parameters: {
            query?: {
                site?: string;
                unit?: string;
                standing?: "present" | "substituted" | "excused" | "unexcused" | "undetermined";
                /** @description The cursor of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendancePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    explainAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                person: components["parameters"]["personId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    correctAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
                person: components["parameters"]["personId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Correction"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readTimes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Times in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Times"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    declareTimes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclaredTimes"];
            };
        };
        responses: {
            /** @description Times in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Times"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The closing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentId"];
            };
        };
        responses: {
            /** @description The closing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMonthClosings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Months. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthClosings"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    closeMonth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonthToClose"];
            };
        };
        responses: {
            /** @description The closing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthClosing"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMonthProgress: {
        parameters: {
            query?: {
                month?: string;
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthProgress"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportMonthClosings: {
        parameters: {
            query?: {
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    explainMyAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMyAttendance: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAttendance"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyBadge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The badge. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Badge"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    printBadges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["unitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    revokeBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Sixteen hexadecimal digits, or the short code. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readCellMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["unitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cell. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cell"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    holdCellMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["unitId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellMeetingPlan"];
            };
        };
        responses: {
            /** @description The meeting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellMeeting"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    excuseFromCellMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["unitId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CellExcuse"];
            };
        };
        responses: {
            /** @description Counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    closeCellMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["unitId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellMinutes"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 500. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    keepCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignWish"];
            };
        };
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readCampaignProgress: {
        parameters: {
            query?: {
                unit?: string;
            };
            header?: never;
            path: {
                campaign: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures of at most half a minute ago. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgress"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    remindInCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaign: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    units: string[];
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Reminded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conference. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoToday"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    welcomeVisitor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Checks the visitor in at once, for those without a phone at hand. */
                    here?: boolean;
                };
            };
        };
        responses: {
            /** @description The delegate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoVisitor"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    cutDemoLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    up: boolean;
                };
            };
        };
        responses: {
            /** @description How it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoLine"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readDemoSlip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoSlip"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readProgrammeScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scope; rev 0 when nothing was written yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeKept"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putProgrammeScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeWrite"];
            };
        };
        responses: {
            /** @description The scope as kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeKept"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readSessionScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scope. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeKept"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putSessionScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScopeWrite"];
            };
        };
        responses: {
            /** @description The scope as kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeKept"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    inheritSessionScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scope"];
            };
        };
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readList: {
        parameters: {
            query?: {
                unit?: string;
                site?: string;
                after?: number;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummonedList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readExpected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by site and standing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpectedCounts"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    refreshList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    amendList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListAmendment"];
            };
        };
        responses: {
            /** @description The version in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVersion"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listScopePosts: {
        parameters: {
            query: {
                unit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Titles with their holders counted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostTitles"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Group"];
            };
        };
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummonsPaper"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummonsPaper"];
            };
        };
        responses: {
            /** @description The paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummonsPaper"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSummonses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Summonses by the names of the units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summonses"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadSummons: {
        parameters: {
            query?: {
                format?: "docx" | "pdf";
            };
            header?: never;
            path: {
                programme: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadSummonsesZip: {
        parameters: {
            query?: {
                format?: "docx" | "pdf";
            };
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadSummonsesPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    createSummonsLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummonsLink"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    revokeSummonsLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    confirmReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summons"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listReceivedSummonses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Summonses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summonses"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    openSummonsLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSummons"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    fileMyAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceAsked"];
            };
        };
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    withdrawMyAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    attachToMyAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upload: string;
                    /** @description Nothing in the file is classified. */
                    declared: boolean;
                };
            };
        };
        responses: {
            /** @description The paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsencePaper"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadAbsencePaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listAbsences: {
        parameters: {
            query?: {
                decided?: string;
                programme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests by the start of their sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absences"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    fileAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceAskedFor"];
            };
        };
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    decideAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceDecision"];
            };
        };
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMySchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySchedule"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyYear: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyYear"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putMyReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyReply"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether and since when. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyFeed"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    createMyFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyFeedAddress"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    revokeMyFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Location is where the bytes go; Upload-Expires is when they are given up. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    uploadOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tus-Version */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    terminateUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    uploadOffset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In headers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    appendUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Upload-Offset is the new offset. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The installation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
        };
    };
    createFirstAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Made and signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login?: string;
                    password?: string;
                    /** @description Of the second factor, or a recovery code; asked for by the code second_factor. */
                    code?: string;
                    account?: string;
                    pin?: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the cookies are set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    finishAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    state: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description How it ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackFromProvider"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    beginAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    showFactorAfterProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out here; the provider offers to end the sign-in there, too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        continueAt: string;
                    };
                };
            };
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sign-in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    old: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The second factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        required: boolean;
                        recoveryLeft: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description It counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        me: components["schemas"]["Me"];
                        recoveryCodes: string[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    proposeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                };
            };
        };
        responses: {
            /** @description The secret, as text, address and picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                        image: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description The codes, shown once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    lockMySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Locked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    unlockMySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Unlocked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    tellActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Heard. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMySignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sign-ins, the last used first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MySignIn"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    endMyOtherSignIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    endMySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signIn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The binding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What people call the provider; null where there is none. */
                        provider?: string | null;
                        bound: boolean;
                        /** @description As the provider calls the person. */
                        name?: string;
                        /** Format: date-time */
                        at?: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    bindMyProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Where to go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    unbindMyProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of this phone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            account: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    activate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    birthYear: number;
                };
            };
        };
        responses: {
            /** @description Who it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        token: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    choosePin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description A unit id; / or nothing for everything. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: components["schemas"]["OfficeAccount"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    makeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    name: string;
                    role: components["schemas"]["Role"];
                    unit: string;
                    person?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeAccount"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    activateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeAccount"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    forgetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    bindProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description As the provider calls the person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    unbindProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reissueCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: date-time */
                        validUntil: string;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    printActivationSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letterhead. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letterhead"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    keepLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterheadWish"];
            };
        };
        responses: {
            /** @description As it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letterhead"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMaterials: {
        parameters: {
            query?: {
                session?: string;
            };
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Materials by the time they were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putMaterial: {
        parameters: {
            query?: {
                session?: string;
            };
            header?: never;
            path: {
                programme: string;
                material: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The material. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    takeMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
                material: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMaterial"];
            };
        };
        responses: {
            /** @description The material. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addMaterialVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakenUpload"];
            };
        };
        responses: {
            /** @description The material. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMyMaterialOpens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By the last time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            material?: string;
                            name?: string;
                            version?: number;
                            /** Format: date-time */
                            first?: string;
                            /** Format: date-time */
                            last?: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listReflections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReflectionList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    askReflections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    deadline: string;
                    task?: string;
                };
            };
        };
        responses: {
            /** @description What is asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReflectionTask"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadReflections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadReflection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getMyReflection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReflection"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    handInReflection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakenUpload"];
            };
        };
        responses: {
            /** @description The caller's. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReflection"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The material. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteMaterial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    downloadMaterial: {
        parameters: {
            query?: {
                /** @description To show it in the page; only kinds that cannot script. */
                show?: string;
                /** @description An earlier one; for whoever plans. */
                version?: number;
            };
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A range. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The caller has it (ETag). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    countMaterialPages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pages: number;
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMaterialPage: {
        parameters: {
            query?: {
                /** @description Finer, and some four times as heavy. */
                fine?: string;
                /** @description So that a newer version has another address; it is always the one in force. */
                version?: number;
            };
            header?: never;
            path: {
                material: string;
                /** @description Counts from 1. */
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putMaterialReaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialReaders"];
            };
        };
        responses: {
            /** @description The material. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putMaterialAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaterialAvailability"];
            };
        };
        responses: {
            /** @description The material. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Material"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    joinSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Come in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admission"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingState"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    streamMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    raiseHand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand is up. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    lowerHand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand is down. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    callHand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The word is given. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    takeHandDown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hand is down. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMeetingServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingServer"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                parent?: string;
                text?: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units in the order of their names; found ones best first, at most 50. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitWish"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readUnit: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    renameUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitNameWish"];
            };
        };
        responses: {
            /** @description The unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRow"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                on?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; at most 500. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listReorganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 500. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReorganisationList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reorganisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reorganisation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    draftReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReorganisationWish"];
            };
        };
        responses: {
            /** @description The draft with what it would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reorganisation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    approveReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rev: number;
                    /** @description The print of the preview that was looked at. */
                    sees: string;
                };
            };
        };
        responses: {
            /** @description Approved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reorganisation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    applyReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Applied. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reorganisation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    withdrawReorganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reorganisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rev: number;
                };
            };
        };
        responses: {
            /** @description Withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reorganisation"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportRoster: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    searchPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSearch"];
            };
        };
        responses: {
            /** @description At most 50. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    correctPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDetails"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    movePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    sendPersonForATime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StayWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    endMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changePersonStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    givePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    endPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostEndingWish"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 50, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    beginImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    discardImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addImportFile: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    removeImportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readImportFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reading. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    decideImportQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
                question: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDecision"];
            };
        };
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    confirmImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Writing. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    followImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listRefusedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyHistory"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    proposePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyWish"];
            };
        };
        responses: {
            /** @description The proposal with its effect. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    approvePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal with its number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    rejectPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyProposal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trainees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeEligibility"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMyEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Programmes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyEligibility"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMyAppeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appeals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeals"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    fileAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealWish"];
            };
        };
        responses: {
            /** @description The appeal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listAppeals: {
        parameters: {
            query?: {
                decided?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appeals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeals"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    decideAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the sender, at most 64 characters; twice is once. */
                id: components["parameters"]["evidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecision"];
            };
        };
        responses: {
            /** @description The appeal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    acknowledgeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    writeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    operator: string;
                    contact: string;
                    basis: string;
                };
            };
        };
        responses: {
            /** @description The notice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyData"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readMyReaders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The readings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reading"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listMyDataRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DataRequest"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    fileDataRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "see" | "correct" | "delete" | "restrict";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The request with its days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listDataRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DataRequest"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    answerDataRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "acknowledged" | "done" | "refused";
                    answer?: string;
                };
            };
        };
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRequest"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeptKind"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    runRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many of each kind went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: {
                            [key: string]: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listRecordingAlarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is missing first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingAlarms"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    followRecordingAlarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listProgrammeRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSessionRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordingList"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    expectRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upload: string;
                    /** @description How long it plays. */
                    seconds: number;
                    declared: boolean;
                };
            };
        };
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    removeRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    playRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description A range. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    recordingPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    tieRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session: string;
                };
            };
        };
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    untieRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putRecordingRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    percent: number;
                    approval?: boolean;
                };
            };
        };
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putRecordingRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    removeAfter: string;
                };
            };
        };
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getRecordingTrack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
                track: "captions" | "chapters";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description WebVTT. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putRecordingTrack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
                track: "captions" | "chapters";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The recording. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getWatched: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reportWatched: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Played"];
            };
        };
        responses: {
            /** @description The caller's. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    getHeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Buckets of equal length. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heat"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    decideMadeUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed: boolean;
                };
            };
        };
        responses: {
            /** @description The person's. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listRecorders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Recorder"][];
                    };
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addRecorder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    host?: string;
                };
            };
        };
        responses: {
            /** @description With its token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorder"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteRecorder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recorder: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    renewRecorderToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recorder: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorder"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    createRecorderUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Location is where the bytes go. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    recorderUploadOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In headers. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    terminateRecorderUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    recorderUploadOffset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In headers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    appendRecorderUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Upload-Offset is the new offset. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    confirmRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upload: string;
                    room?: string;
                    session?: string;
                    /** Format: date-time */
                    startedAt: string;
                    seconds: number;
                    sha256: string;
                };
            };
        };
        responses: {
            /** @description What is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    putRecordingPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
            };
        };
        responses: {
            /** @description What is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reportRecordingFailure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recording: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    reportRecorder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    freeBytes: number;
                    waiting: number;
                    failing: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readUnitReport: {
        parameters: {
            query?: {
                /** @description First day of a month; by default of the quarter of today. */
                from?: string;
                /** @description Last day of a month. */
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The trend by periods like the one asked for, or by the thirteen months that end with it. */
                trend?: "period" | "month";
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitReport"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readCellsBelow: {
        parameters: {
            query?: {
                /** @description First day of a month; by default of the quarter of today. */
                from?: string;
                /** @description Last day of a month. */
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The trend by periods like the one asked for, or by the thirteen months that end with it. */
                trend?: "period" | "month";
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cells. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellsBelow"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readWorstUnits: {
        parameters: {
            query?: {
                /** @description First day of a month; by default of the quarter of today. */
                from?: string;
                /** @description Last day of a month. */
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The trend by periods like the one asked for, or by the thirteen months that end with it. */
                trend?: "period" | "month";
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lowest units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorstUnits"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPeopleFigures: {
        parameters: {
            query?: {
                /** @description First day of a month; by default of the quarter of today. */
                from?: string;
                /** @description Last day of a month. */
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The trend by periods like the one asked for, or by the thirteen months that end with it. */
                trend?: "period" | "month";
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Persons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFigures"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readUnitPersons: {
        parameters: {
            query?: {
                /** @description First day of a month; by default of the quarter of today. */
                from?: string;
                /** @description Last day of a month. */
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The trend by periods like the one asked for, or by the thirteen months that end with it. */
                trend?: "period" | "month";
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People and sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPersons"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readPersonReport: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
            };
            header?: never;
            path: {
                unit: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person's turns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonReport"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportUnitReport: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The units below, or the people counted in the unit itself. */
                rows?: "units" | "persons";
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
                /** @description The sender's id, under which the progress can be followed. */
                export?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSessionReports: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                /** @description The next of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReports"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportSessionReport: {
        parameters: {
            query?: {
                /** @description Báo cáo nhanh unless said. */
                form?: components["schemas"]["ReportForm"];
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
                /** @description The sender's id, under which the progress can be followed. */
                export?: string;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readProgrammeReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeReport"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportProgrammeReport: {
        parameters: {
            query?: {
                /** @description Summary unless register is said. */
                form?: components["schemas"]["ReportForm"];
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
                /** @description The sender's id, under which the progress can be followed. */
                export?: string;
            };
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    outlineUnitReport: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: components["schemas"]["ReportKind"];
                tree?: components["schemas"]["ReportTree"];
                /** @description Only the sessions of this campaign; 404 when there is none. */
                campaign?: string;
                /** @description Only the people of this group as it is today; 404 for a group of another unit, refused with group_too_large above 1,000 people. Not together with campaign (one_of_both). */
                group?: string;
                /** @description The units below, or the people counted in the unit itself. */
                rows?: "units" | "persons";
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOutline"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    outlineSessionReport: {
        parameters: {
            query?: {
                /** @description Báo cáo nhanh unless said. */
                form?: components["schemas"]["ReportForm"];
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOutline"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    outlineProgrammeReport: {
        parameters: {
            query?: {
                /** @description Summary unless register is said. */
                form?: components["schemas"]["ReportForm"];
                format?: components["schemas"]["ReportFormat"];
                /** @description Instead of the issuing unit's own. */
                layout?: components["schemas"]["PaperLayout"];
                /** @description As the register gave it; blank without. */
                number?: string;
                /** @description The day the document bears; blank without. */
                date?: string;
                /** @description Of a register that is too wide for one sheet of paper. */
                part?: number;
            };
            header?: never;
            path: {
                programme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOutline"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readTraining: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingReport"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportTraining: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                format?: components["schemas"]["ReportFormat"];
                layout?: components["schemas"]["PaperLayout"];
                number?: string;
                date?: string;
                export?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    outlineTraining: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOutline"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    exportAttendance: {
        parameters: {
            query?: {
                /** @description The sender's id, under which the progress can be followed. */
                export?: string;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    importAttendance: {
        parameters: {
            query: {
                /** @description The plan of the preview. */
                plan: string;
                /** @description Rows with the place of what they mean, from 1, or 0 for none: 12:1,15:0. */
                decisions?: string;
                /** @description That figures which are closed are amended; refused with session_closed without it. */
                amend?: boolean;
            };
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetTaken"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetPlan"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    followExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ExportProgress"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listProgrammes: {
        parameters: {
            query?: {
                group?: "running" | "upcoming" | "past" | "draft";
                /** @description Only of this unit and those below it. */
                unit?: string;
                kind?: components["schemas"]["ProgrammeKind"];
                /** @description In the title; marks and case do not matter. */
                text?: string;
                /** @description Cursor of the page before. */
                after?: string;
                /** @description At most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    keepProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeWish"];
            };
        };
        responses: {
            /** @description Changed; 201 when made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeShown"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeShown"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changeProgrammeState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateWish"];
            };
        };
        responses: {
            /** @description The programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    copyProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyWish"];
            };
        };
        responses: {
            /** @description The copy. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeShown"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    addSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSessions"];
            };
        };
        responses: {
            /** @description All sessions of the programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRows"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listClashes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The warnings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clashes"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    assignProgrammeSites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SitesWish"];
            };
        };
        responses: {
            /** @description The programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeShown"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    assignOneSitePerUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programme: components["parameters"]["programmeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeShown"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query: {
                from: string;
                /** @description At most 62 days after from. */
                to: string;
                kind?: components["schemas"]["ProgrammeKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRows"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    editSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionEdit"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listSessionChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChanges"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    moveSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimesWish"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    changeSessionState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateWish"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    assignSessionSites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SitesWish"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    dropSessionSites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: components["parameters"]["sessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionWhole"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description Only of this unit and those below it. */
                unit?: string;
                /** @description In name and address; marks and case do not matter. */
                text?: string;
                /** @description Cursor of the page before. */
                after?: string;
                /** @description At most 500. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    keepPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceWish"];
            };
        };
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    deletePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    keepPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceWishes"];
            };
        };
        responses: {
            /** @description How many were added, changed, unchanged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceCounts"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewTimetable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pasted"];
            };
        };
        responses: {
            /** @description Row by row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetablePreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewTimetableFile: {
        parameters: {
            query?: {
                /** @description Dates without year are taken near this day. */
                near?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Row by row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetablePreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewRecurrence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecurrenceWish"];
            };
        };
        responses: {
            /** @description The times, at most 400. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PastedAgenda"];
            };
        };
        responses: {
            /** @description The items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaPreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PastedPlaces"];
            };
        };
        responses: {
            /** @description Row by row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    previewPlacesFile: {
        parameters: {
            query: {
                /** @description Whose places, where a row names no unit. */
                unit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Row by row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePreview"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
    listPlanUnits: {
        parameters: {
            query?: {
                /** @description In the name; marks and case do not matter. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanUnits"];
                };
            };
            "4XX": components["responses"]["Problem"];
        };
    };
}
