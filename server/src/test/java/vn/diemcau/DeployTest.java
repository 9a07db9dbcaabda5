package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files of deploy/ agree with each other and with what the code reads. Docker is not needed, so they are not run. */
class DeployTest {
    private static final Path DEPLOY = Path.of(System.getProperty("project.root", ".."), "deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(text("compose.yaml"));
        return compose.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(String service) throws IOException {
        return (Map<String, String>) services().get(service).get("environment");
    }

    private static TreeMap<String, String> example() throws IOException {
        TreeMap<String, String> example = new TreeMap<>();
        for (String line : text("env.example").split("\n")) {
            if (!line.startsWith("#") && line.contains("="))
                example.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return example;
    }

    @Test
    void everyVariableIsInTheExampleAndEveryExampleIsUsed() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(text("compose.yaml"));
        while (matcher.find()) used.add(matcher.group(1));
        assertThat(used).isEqualTo(example().keySet());
    }

    @Test
    void everyImageIsPinned() throws IOException {
        for (Map<String, Object> service : services().values()) {
            String image = (String) service.get("image");
            if (image == null) continue;
            String pinned = image.replace("${JITSI_VERSION}", example().get("JITSI_VERSION"));
            assertThat(pinned).matches("[a-z/]+:[a-z0-9.-]*\\d[a-z0-9.-]*").doesNotContain("latest");
        }
        assertThat(text("server/Dockerfile")).containsPattern("FROM \\S+:\\d");
    }

    @Test
    void theServerUnderstandsItsSettingsAndTheyAreThoseOfProsody() throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, String> one : environment("diemcau").entrySet()) {
            String value = one.getValue();
            for (String variable : example().keySet()) {
                value = value.replace(
                        "${" + variable + "}", variable.endsWith("SECRET") ? "0".repeat(64) : "a.example.vn");
            }
            settings.put(one.getKey(), value);
        }
        Config config = Config.read(List.of(), settings);
        assertThat(config.meeting()).isNotNull();
        assertThat(config.meeting().prosodies()).hasSize(1);
        assertThat(config.meeting().prosodies().get(0).url()).contains("//prosody:5280/");
        String code = Files.readString(DEPLOY.resolve("../server/src/main/java/vn/diemcau/Config.java"))
                + Files.readString(DEPLOY.resolve("../server/src/main/java/vn/diemcau/MeetingConfig.java"))
                + Files.readString(DEPLOY.resolve("../server/src/main/java/vn/diemcau/SafeguardsConfig.java"));
        for (String key : settings.keySet()) assertThat(code).contains("\"" + key + "\"");
        Map<String, String> prosody = environment("prosody");
        assertThat(prosody.get("JWT_APP_ID")).isEqualTo(settings.get("JITSI_APP_ID"));
        assertThat(prosody.get("JWT_APP_SECRET"))
                .isEqualTo(environment("diemcau").get("JITSI_APP_SECRET"));
        assertThat(prosody.get("GLOBAL_CONFIG"))
                .contains(
                        "diemcau_presence_secret = \"" + environment("diemcau").get("JITSI_PRESENCE_SECRET") + "\"");
    }

    @Test
    void theTokenAloneMakesAModeratorAndLeavesAreSeenSoon() throws IOException {
        Map<String, String> prosody = environment("prosody");
        assertThat(prosody)
                .containsEntry("ENABLE_AUTO_OWNER", "0")
                .containsEntry("JICOFO_ENABLE_AUTH", "0")
                .containsEntry("JWT_ALLOW_EMPTY", "0")
                .containsEntry("ENABLE_GUESTS", "0")
                .containsEntry("ENABLE_VISITORS", "0")
                .containsEntry("AUTH_TYPE", "jwt");
        assertThat(prosody.get("XMPP_MODULES").split(",")).contains("diemcau_presence", "presence_identity");
        assertThat(prosody.get("XMPP_MUC_MODULES").split(",")).contains("diemcau_presence", "token_affiliation");
        assertThat(prosody.get("XMPP_BREAKOUT_MUC_MODULES")).isEqualTo("diemcau_presence");
        assertThat(prosody.get("GLOBAL_CONFIG")).contains("read_timeout = 30", "smacks_hibernation_time = 60");
        assertThat(environment("jicofo")).containsEntry("ENABLE_AUTO_OWNER", "0");
    }

    @Test
    void nothingButTheServerReachesTheDatabaseThatAsksForNoPassword() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(text("compose.yaml"));
        assertThat(compose.get("networks").get("store")).containsEntry("internal", true);
        for (Map.Entry<String, Map<String, Object>> service : services().entrySet()) {
            String networks = String.valueOf(service.getValue().get("networks"));
            assertThat(networks.contains("store"))
                    .as(service.getKey())
                    .isEqualTo(List.of("mongo", "diemcau").contains(service.getKey()));
        }
        assertThat(services().get("mongo").get("networks")).isEqualTo(List.of("store"));
        assertThat(services().get("mongo")).doesNotContainKey("ports");
    }

    @Test
    void theDoctorIsCalledWhereItCanReachWhatItLooksAt() throws IOException {
        String operations = Files.readString(DEPLOY.resolve("../docs/operations.md"));
        Matcher matcher =
                Pattern.compile("`([^`]*doctor --meeting --domain[^`]*)`").matcher(operations);
        int found = 0;
        while (matcher.find()) {
            found++;
            String jicofo = "--jicofo http://jicofo:8888";
            assertThat(matcher.group(1))
                    .startsWith("docker compose exec diemcau /opt/diemcau/diemcau doctor --meeting ")
                    .contains("--domain " + environment("prosody").get("XMPP_DOMAIN"))
                    .contains("--muc " + environment("prosody").get("XMPP_MUC_DOMAIN"))
                    .contains(jicofo);
        }
        assertThat(found).isEqualTo(2);
        assertThat(environment("jicofo")).containsEntry("JICOFO_ENABLE_REST", "1");
        assertThat(services().get("diemcau").get("networks").toString()).contains("${JITSI_DOMAIN}");
        String image = text("server/Dockerfile");
        assertThat(image).contains("COPY diemcau /opt/diemcau/", "ENV DIEMCAU_CLASSPATH=");
        assertThat(image.substring(image.indexOf("ENTRYPOINT")))
                .contains(image.replaceAll("(?s).*ENV DIEMCAU_CLASSPATH=(\\S+).*", "$1"));
    }

    @Test
    void everySettingOfTheModuleIsOneItReads() throws IOException {
        String module = text("prosody/mod_diemcau_presence.lua");
        Matcher matcher = Pattern.compile("(diemcau_presence_[a-z_]+) =")
                .matcher(environment("prosody").get("GLOBAL_CONFIG"));
        int found = 0;
        while (matcher.find()) {
            found++;
            assertThat(module).contains("(\"" + matcher.group(1) + "\"");
        }
        assertThat(found).isPositive();
    }

    @Test
    void theModuleLiesWhereNoVolumeHidesIt() throws IOException {
        assertThat(services().get("prosody").get("volumes").toString())
                .contains("./prosody/mod_diemcau_presence.lua:/prosody-plugins-custom/mod_diemcau_presence.lua:ro");
        assertThat(text("prosody/Dockerfile")).doesNotContain("COPY");
    }

    @Test
    void theRecordingAgentReadsWhatJibriWritesAndKnowsItsSettings() throws IOException {
        String agent =
                Files.readString(DEPLOY.resolve("../recordings/src/main/java/vn/diemcau/recordings/Settings.java"));
        for (String key : environment("recorder").keySet()) assertThat(agent).contains("\"" + key + "\"");
        String directory = environment("recorder").get("DIEMCAU_RECORDINGS_DIRECTORY");
        assertThat(environment("jibri")).containsEntry("JIBRI_RECORDING_DIR", directory);
        for (String service : List.of("jibri", "recorder"))
            assertThat(services().get(service).get("volumes").toString()).contains("recordings:" + directory);
    }

    @Test
    void noTokenReachesTheProxysLog() throws IOException {
        String proxy = text("proxy/nginx.conf.template");
        for (String leak :
                List.of("$request ", "$request\"", "$request_uri", "$args", "$query_string", "$http_referer"))
            assertThat(proxy).doesNotContain(leak);
        assertThat(proxy).contains("error_log /dev/stderr crit;", "access_log /dev/stdout paths;");
        assertThat(proxy).containsPattern("location /diemcau/ \\{\\s+return 404;");
        assertThat(proxy)
                .contains(
                        "proxy_pass http://127.0.0.1:" + environment("diemcau").get("DIEMCAU_PORT") + ";");
    }

    @Test
    void noTokenReachesTheLogOfJitsisOwnFront() throws IOException {
        assertThat(services().get("web").get("volumes").toString())
                .contains("./web/no-tokens.conf:/config/nginx-custom/no-tokens.conf:ro");
        assertThat(text("web/no-tokens.conf")).contains("access_log off;", "error_log /dev/stderr crit;");
    }

    @Test
    void theServiceStartsTheLauncher() throws IOException {
        String unit = text("systemd/diemcau.service");
        assertThat(unit)
                .containsPattern("ExecStart=/opt/diemcau/diemcau start ")
                .contains("User=diemcau");
    }
}
