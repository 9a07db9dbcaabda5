package vn.diemcau.material;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Pages;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.Schedule;

/** Files for those who are summoned and reports that they hand in, put together; Platform wires this one object. */
public final class Materials {
    private final MaterialRoutes routes;
    private final MaterialEditRoutes edit;
    private final ReflectionRoutes reflections;
    private final ForgetReflections forgetting;
    private final HandedIn handedIn;

    public Materials(
            Mongo mongo,
            FileStore files,
            Pages pages,
            FirstPage firstPage,
            Uploads uploads,
            Schedule schedule,
            Enrolments enrolments,
            Limits limits,
            InstantSource clock) {
        MaterialStore materials = new MaterialStore(mongo);
        Audience audience = new Audience(schedule, enrolments);
        OpenStore opens = new OpenStore(mongo);
        Readable readable = new Readable(schedule, materials, audience, clock);
        AddMaterial add = new AddMaterial(materials, files, firstPage, uploads, limits.file(), clock);
        ReflectionStore store = new ReflectionStore(mongo);
        routes = new MaterialRoutes(materials, files, pages, readable, opens, limits, clock);
        edit = new MaterialEditRoutes(schedule, materials, readable, add, uploads.custody(), pages, limits, clock);
        reflections = new ReflectionRoutes(
                schedule, enrolments, audience, store, files, new HandInReflection(store, uploads, clock));
        forgetting = new ForgetReflections(store, files);
        uploads.custody().keeper(AddMaterial.PURPOSE, materials::keeps);
        uploads.custody().keeper(HandInReflection.PURPOSE, store::keeps);
        handedIn = store;
    }

    /** Who has handed in a report. */
    public HandedIn handedIn() {
        return handedIn;
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.gone("material_opens", "person", Holding.Of.PERSON).until("last", 730),
                Holding.blanked("reflections", "person", "name"));
    }

    /** The files of reports that were handed in. */
    public Forgetting forgetting() {
        return forgetting;
    }

    /** Every index this feature needs; those of files are their own. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>(MaterialStore.INDEXES);
        all.addAll(OpenStore.INDEXES);
        all.addAll(ReflectionStore.INDEXES);
        return all;
    }

    /** @param uploads judges with us what is sent in pieces */
    public void mount(Api api, TusRoutes uploads) {
        routes.mount(api);
        edit.mount(api);
        reflections.mount(api);
        uploads.purpose(AddMaterial.PURPOSE, edit::judge);
        uploads.purpose(HandInReflection.PURPOSE, reflections::judge);
    }
}
