package vn.diemcau.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of rooms: who may know whom. A new package stands here first. */
class HouseTest {
    private static final String ROOT = "vn.diemcau";
    private static final Set<String> LEAVES = Set.of("problem", "access", "mongo", "audit", "files", "http", "paper");

    /** Each package and the packages it may import; features may use the leaves as well. */
    private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("problem", Set.of());
        MAY_IMPORT.put("access", Set.of());
        MAY_IMPORT.put("embedded", Set.of());
        MAY_IMPORT.put("paper", Set.of());
        // the simulator of days knows the truth, and so nothing of what reckons it
        MAY_IMPORT.put("truth", Set.of());
        MAY_IMPORT.put("mongo", Set.of("problem"));
        MAY_IMPORT.put("audit", Set.of("mongo", "problem"));
        MAY_IMPORT.put("http", Set.of("problem", "access"));
        MAY_IMPORT.put("files", Set.of("mongo", "audit", "problem", "access", "http"));
        // counts of all nodes: only the wiring knows it
        MAY_IMPORT.put("limit", Set.of("mongo", "problem", "http"));
        // the client's side of a protocol: knows no account
        MAY_IMPORT.put("oidc", Set.of("problem"));
        feature("people");
        feature("letterhead", "people");
        feature("identity", "people", "oidc");
        feature("schedule", "people");
        feature("enrolment", "people", "letterhead", "schedule");
        feature("meeting", "people", "schedule", "enrolment");
        feature("material", "people", "schedule", "enrolment");
        feature("recording", "people", "schedule", "enrolment", "meeting");
        feature("attendance", "people", "schedule", "enrolment");
        feature("campaign", "people", "schedule", "enrolment", "attendance");
        feature("exchange", "people", "schedule", "enrolment", "attendance");
        feature("report", "people", "letterhead", "schedule", "enrolment", "material", "attendance");
        feature("privacy", "people", "schedule", "attendance");
        feature("demo", "people", "identity", "schedule", "enrolment", "attendance");
    }

    private static void feature(String name, String... others) {
        Set<String> all = new LinkedHashSet<>(LEAVES);
        all.addAll(List.of(others));
        MAY_IMPORT.put(name, all);
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> rooms = new TreeSet<>();
        CLASSES.forEach(type -> rooms.add(room(type)));
        rooms.removeAll(Set.of("", "bench"));
        assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
    }

    @Test
    void aPackageImportsOnlyWhatTheTableAllows() {
        assertThat(strayImports(CLASSES)).isEmpty();
    }

    @Test
    void theCheckOfImportsSeesAStrayImport() {
        JavaClasses stray = new ClassFileImporter().importClasses(StrayImport.class, vn.diemcau.http.Live.class);
        assertThat(strayImports(stray)).isNotEmpty();
    }

    @Test
    void onlyRoutesAndPlatformKnowVertxWeb() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String room = room(type);
            if (LEAVES.contains(room) || room.isEmpty() || room.equals("bench") || room.equals("demo")) continue;
            String outer = outermost(type).getSimpleName();
            if (outer.endsWith("Routes")
                    || outer.startsWith("SignIn")
                    || outer.equals("FirstRun")
                    || outer.equals("Identity")) continue;
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().startsWith("io.vertx.ext.web")) {
                    wrong.add(type.getName() + " knows "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    @Test
    void rulesAndRecordsKnowNoClockAndNoStore() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            boolean pure = type.isRecord()
                    && !type.getModifiers().contains(JavaModifier.PRIVATE)
                    && type.getEnclosingClass().isEmpty();
            if (!pure || LEAVES.contains(room(type)) || room(type).isEmpty()) continue;
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith("com.mongodb")
                        || target.startsWith("io.vertx.ext")
                        || target.equals("vn.diemcau.mongo")) {
                    wrong.add(type.getName() + " knows "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    @Test
    void noRoomForEverything() {
        for (JavaClass type : CLASSES) {
            assertThat(room(type))
                    .as(type.getName())
                    .isNotIn("common", "util", "service", "impl", "dto", "manager", "helper");
            assertThat(type.getSimpleName())
                    .as(type.getName())
                    .doesNotEndWith("Manager")
                    .doesNotEndWith("Helper")
                    .doesNotEndWith("Utils")
                    .doesNotEndWith("Impl");
        }
    }

    private static List<String> strayImports(JavaClasses classes) {
        Set<String> stray = new TreeSet<>();
        for (JavaClass type : classes) {
            String room = room(type);
            if (room.isEmpty() || room.equals("bench")) continue;
            Set<String> allowed = MAY_IMPORT.getOrDefault(room, Set.of());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (!target.getPackageName().startsWith(ROOT)) continue;
                String other = room(target);
                if (!other.equals(room) && !allowed.contains(other))
                    stray.add(type.getName() + " imports " + target.getName());
            }
        }
        return List.copyOf(stray);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.length() <= ROOT.length()
                ? ""
                : name.substring(ROOT.length() + 1).split("\\.")[0];
    }
}
