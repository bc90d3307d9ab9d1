package org.baoxiu.web.security;

import java.util.List;
import java.util.Map;

/**
 * Every door of the application, and who it is open to; whatever is not here is closed. {@link DoorChains} hangs them, a test walks all
 * mappings of the running application.
 */
final class Doors {

    /** Style sheets, scripts and pictures: about nobody. */
    static final String[] ASSETS = {"/assets/**", "/owner/**", "/webjars/picocss__pico/**", "/favicon.ico"};

    /** Owners have no login: the link to a slip is the key to it, or a code to the telephone is that to all of its slips. */
    static final String[] OWNER = {"/report/**", "/r/**", "/my/**"};

    /** The intake API is open to clients with their key, its description to everybody. */
    static final String API = "/api/**";

    static final String API_DESCRIPTION = "/api/v1/openapi.yaml";

    /** Programs and the Modeler: name and password with each request. What may be sent is said by {@code EngineDoors}. */
    static final String ENGINE_REST = "/engine-rest/**";

    /** Tasklist, Cockpit, Admin and what they talk to: the same login, and the engine's own rights. */
    static final String WEB_APPLICATIONS = "/camunda/**";

    /** Tasks on a phone, in the name of whoever is logged in: open to whoever may use Tasklist. */
    static final String TASKS = "/tasks/**";

    /** Kept on the phone, nobody's; and where the login was in a former release. */
    static final List<String> TASKS_FOR_ALL = List.of("/tasks/offline", "/tasks/login");

    /** Pages of the office, each open to whoever has the right to the web application of its name. */
    static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/board/**", "board"),
            Map.entry("/desk/**", "desk"),
            Map.entry("/incidents/**", "incidents"),
            Map.entry("/messages/**", "messages"),
            Map.entry("/slips/**", "slips"),
            Map.entry("/links/**", "links"),
            Map.entry("/deliveries/**", "deliveries"),
            Map.entry("/blank-slips/**", "blank-slips"),
            Map.entry("/statements/**", "statements"),
            Map.entry("/months/**", "months"),
            Map.entry("/today/**", "today"),
            Map.entry("/heat/**", "heat"),
            Map.entry("/rules/**", "rules"),
            Map.entry("/ways/**", "ways"),
            Map.entry("/audit/**", "audit"),
            Map.entry("/clients/**", "clients"),
            Map.entry("/register/**", "register"),
            Map.entry("/register-keep/**", "register-keep"),
            Map.entry("/models/**", "models"),
            Map.entry("/operations/**", "operations"),
            Map.entry("/operations-keep/**", "operations-keep"),
            Map.entry("/privacy/**", "privacy"),
            Map.entry("/evidence/**", "evidence"),
            Map.entry("/setup/**", "setup"));

    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    /** Leads on to the login. */
    static final String HOME = "/";

    /** To the login of the company and back from it: doors only where one is configured. */
    static final List<String> COMPANY_LOGIN = List.of("/oauth2/authorization/*", "/login/oauth2/code/*");

    private Doors() {}
}
