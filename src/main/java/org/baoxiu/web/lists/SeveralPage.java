package org.baoxiu.web.lists;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.paper.SlipPrinter;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.PdfAnswer;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Does the same with several slips of a list. Each slip is a step of its own: what is refused of one is said with its number and reason,
 * and the others go through, because whoever hands over ten slips expects the nine that can go to be gone. Paper is one file, which
 * cannot say what is not in it: there all are printed or none.
 */
@StaffPage
class SeveralPage {

    /** What can be done. */
    enum Action {
        HAND_OVER("移交给同事"),
        RELEASE("退回小组"),
        TELL("给维修人员留言"),
        PRINT("打印维修单");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param reason why it was refused, without the number */
    record Refused(String number, String reason) {}

    private static final int MOST = ListScreens.LINES;

    private final OfficeSteps steps;
    private final SlipPrinter printer;
    private final SlipReaders readers;
    private final ListScreens screens;

    SeveralPage(OfficeSteps steps, SlipPrinter printer, SlipReaders readers, ListScreens screens) {
        this.steps = steps;
        this.printer = printer;
        this.readers = readers;
        this.screens = screens;
    }

    /**
     * @param numbers of the slips that were marked
     * @param to      login name or name of whoever gets the work
     * @param said    reason of the hand-over, or what the technician is told
     * @param form    the words of the list besides
     */
    @PostMapping("/slips/several")
    Object act(
            Principal person,
            @RequestParam(defaultValue = "") List<String> numbers,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String said,
            @RequestParam MultiValueMap<String, String> form,
            Model model) {
        List<String> chosen = numbers.stream().distinct().toList();
        if (chosen.isEmpty()) {
            throw Rejection.invalid("请先在清单里勾选维修单。");
        }
        if (chosen.size() > MOST) {
            throw Rejection.invalid("一次最多办 " + MOST + " 张，请少选一些。");
        }
        Action wanted = new TypedList(form)
                .choice("action", "办理", Action.class)
                .orElseThrow(() -> Rejection.invalid("请选择要办什么。"));
        String by = person.getName();
        if (wanted == Action.PRINT) {
            chosen.forEach(number -> checkTheirs(by, number));
            return PdfAnswer.of("slips", printer.several(chosen, readers::seeTelephones));
        }
        checkSaid(wanted, to, said);
        each(
                chosen,
                number -> {
                    checkTheirs(by, number);
                    switch (wanted) {
                        case HAND_OVER -> steps.handOver(by, number, Texts.line(to), said);
                        case RELEASE -> steps.handOver(by, number, null, said);
                        default -> steps.tell(by, number, said);
                    }
                },
                model);
        model.addAttribute("what", wanted.label());
        model.addAttribute("words", screens.read(form).words());
        return "slips-done";
    }

    private static void checkSaid(Action wanted, String to, String said) {
        if (wanted == Action.HAND_OVER && Texts.isBlank(to)) {
            throw Rejection.invalid("请写明移交给谁；不指定人就选“退回小组”。");
        }
        if (Texts.isBlank(said)) {
            throw Rejection.invalid(wanted == Action.TELL ? "请写明要告诉维修人员什么。" : "请写明移交的原因。");
        }
    }

    private void checkTheirs(String person, String number) {
        if (!readers.isOpenTo(person, number)) {
            throw Rejection.forbidden(number, "不由您办理，您不能对它做什么。如确需办理，请联系主管。");
        }
    }

    private static void each(List<String> numbers, Consumer<String> step, Model model) {
        List<String> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String number : numbers) {
            try {
                step.accept(number);
                done.add(number);
            } catch (Rejection rejection) {
                refused.add(new Refused(
                        number, rejection.getMessage().replaceFirst("^维修单 " + Pattern.quote(number) + "：", "")));
            }
        }
        model.addAttribute("done", done);
        model.addAttribute("refused", refused);
    }
}
