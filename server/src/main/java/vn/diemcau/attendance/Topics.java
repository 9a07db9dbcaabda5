package vn.diemcau.attendance;

/** Names of the live topics. */
final class Topics {
    private Topics() {}

    static String wall(String session) {
        return "wall." + session;
    }

    static String roll(String session, String site) {
        return "roll." + session + "." + site;
    }

    static String rollWithPhones(String session, String site) {
        return "phones." + roll(session, site);
    }
}
