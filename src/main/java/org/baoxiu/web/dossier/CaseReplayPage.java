package org.baoxiu.web.dossier;

import java.util.Map;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A case walks over its diagrams 回放, for whoever may open the slip; Cockpit shows the same. */
@StaffPage
@RequestMapping("/slips/{number}/replay")
class CaseReplayPage {

    private final CaseReplays replays;
    private final SlipReaders readers;

    CaseReplayPage(CaseReplays replays, SlipReaders readers) {
        this.replays = replays;
        this.readers = readers;
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        model.addAttribute("replay", replay(number));
        return "replay";
    }

    /** What the picture is drawn and moved by; a refusal is a sentence. */
    @GetMapping("/data")
    ResponseEntity<Object> data(@PathVariable String number) {
        try {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(replay(number));
        } catch (Rejection unknown) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("message", unknown.getMessage()));
        }
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Rejection rejection, Model model) {
        model.addAttribute("reason", rejection.getMessage());
        return "no-slip";
    }

    private CaseReplay replay(String number) {
        return replays.of(number, readers.seeTelephones(number));
    }
}
