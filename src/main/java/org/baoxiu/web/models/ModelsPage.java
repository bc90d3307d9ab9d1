package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.models.CaseMoves;
import org.baoxiu.models.CatalogueWorkbook;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.LiveRequests;
import org.baoxiu.models.ModelChanges;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.models.ModelInForce;
import org.baoxiu.models.ModelKind;
import org.baoxiu.models.ModelTroubles;
import org.baoxiu.models.ModelsInForce;
import org.baoxiu.models.SecondApproval;
import org.baoxiu.models.StandingDrawn;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Rules, forms and diagrams 规则与流程: what is in force, what is a draft, what has changed. */
@StaffPage(title = "规则与流程", path = "/models", place = 65)
@RequestMapping("/models")
class ModelsPage {

    private static final int LATEST = 20;
    private static final int ALL = 1000;
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ModelsInForce models;
    private final ModelDrafts drafts;
    private final ModelChanges changes;
    private final CaseMoves moves;
    private final StandingDrawn standing;
    private final ModelTroubles troubles;
    private final LiveRequests requests;
    private final SecondApproval approval;
    private final CatalogueWorkbook workbook;
    private final People people;

    ModelsPage(
            ModelsInForce models,
            ModelDrafts drafts,
            ModelChanges changes,
            CaseMoves moves,
            StandingDrawn standing,
            ModelTroubles troubles,
            LiveRequests requests,
            SecondApproval approval,
            CatalogueWorkbook workbook,
            People people) {
        this.workbook = workbook;
        this.models = models;
        this.troubles = troubles;
        this.requests = requests;
        this.approval = approval;
        this.drafts = drafts;
        this.changes = changes;
        this.moves = moves;
        this.standing = standing;
        this.people = people;
    }

    @GetMapping
    String all(Model model) {
        List<ModelInForce> all = models.all();
        model.addAttribute("processes", lines(all, ModelKind.PROCESS));
        model.addAttribute("tables", lines(all, ModelKind.TABLE));
        model.addAttribute(
                "drafts",
                drafts.all().stream()
                        .map(draft -> DraftLine.of(draft, waits(draft.id()), people))
                        .toList());
        model.addAttribute(
                "troubles", troubles.open().stream().map(TroubleLine::of).toList());
        model.addAttribute("changes", lines(LATEST));
        return "models";
    }

    private String waits(long draft) {
        return requests.of(draft)
                .map(request -> (approval.isAsked() && request.approvedBy() == null ? "等另一位流程管理员批准，" : "")
                        + RequestLine.when(request))
                .orElse("");
    }

    private List<ModelLine> lines(List<ModelInForce> all, ModelKind kind) {
        return all.stream()
                .filter(one -> one.kind() == kind)
                .map(one -> ModelLine.of(one, people))
                .toList();
    }

    private List<ChangeLine> lines(int most) {
        return changes.latest(most).stream()
                .map(change -> ChangeLine.of(change, people))
                .toList();
    }

    @GetMapping("/changes")
    String changes(Model model) {
        model.addAttribute("changes", lines(ALL));
        return "models-changes";
    }

    /**
     * Where the open cases of a process stand.
     *
     * @param version that is drawn; null for the one in force
     */
    @GetMapping("/processes/{key}")
    String process(@PathVariable String key, @RequestParam(required = false) @Nullable Integer version, Model model) {
        ModelInForce process = models.all().stream()
                .filter(one -> one.kind() == ModelKind.PROCESS && one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("process", ModelLine.of(process, people));
        model.addAttribute("standing", models.standing(process));
        model.addAttribute("versions", process.versions());
        model.addAttribute(
                "drawn", version != null && process.versions().contains(version) ? version : process.version());
        model.addAttribute("plans", moves.plans(key));
        model.addAttribute(
                "moves",
                moves.latest(key).stream()
                        .map(move -> MoveLine.of(move, people))
                        .toList());
        return "models-process";
    }

    /** The diagram of a version with its open cases. */
    @GetMapping("/processes/{key}/drawing")
    ResponseEntity<List<Drawing>> drawing(@PathVariable String key, @RequestParam int version) {
        return Drawings.answer(standing.of(key, version).map(List::of));
    }

    /** Open cases of a former version go on with the present one. */
    @PostMapping("/processes/{key}/moves")
    String move(
            Principal person,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(required = false) @Nullable List<String> steps,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            moves.begin(definition, steps == null ? List.of() : steps, person.getName(), reason);
            return "redirect:/models/processes/" + key;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            model.addAttribute("reason", reason);
            return process(key, null, model);
        }
    }

    /** To be changed and uploaded again. */
    @GetMapping("/files/{kind}/{key}")
    ResponseEntity<byte[]> file(
            @PathVariable ModelKind kind,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String process) {
        byte[] content =
                models.file(kind, key, process).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(kind, key, process), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private String name(ModelKind kind, String key, @Nullable String process) {
        return models.all().stream()
                .flatMap(one -> kind == ModelKind.FORM
                        ? one.key().equals(process) ? one.forms().stream() : Stream.<ModelInForce>empty()
                        : Stream.of(one))
                .filter(one -> one.kind() == kind && one.key().equals(key))
                .map(ModelInForce::file)
                .findFirst()
                .orElse(key);
    }

    /** To be changed and uploaded again, where nobody needs the Modeler. */
    @GetMapping("/catalogue.xlsx")
    ResponseEntity<byte[]> catalogue() {
        return Attachment.of("维修项目.xlsx", WORKBOOK, workbook.content());
    }

    @PostMapping("/drafts")
    String upload(
            Principal person,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/models/drafts/" + drafts.keep(person.getName(), workbook.asModels(ModelFiles.of(files)));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return all(model);
        }
    }
}
