package org.baoxiu.web.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.owner.ConsentByLink;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.owner.ReportAgain;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.owner.Throttle;
import org.baoxiu.owner.UnknownLink;
import org.baoxiu.paper.SlipPrinter;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slip;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.JpegAnswer;
import org.baoxiu.web.PdfAnswer;
import org.baoxiu.web.PhotoUploads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One slip as its owner sees it on a phone, and what the owner may do about it (Q4, S6, Q6, 4.3.4.4, 4.3.4.8). */
@Controller
@RequestMapping("/r/{token}")
class OwnerPage {

    private static final int WRONG_LINKS_AN_HOUR = 60;
    private static final int FORMS_AN_HOUR = 60;
    private static final int COPIES_AN_HOUR = 20;
    private static final int REMARKS_AN_HOUR = 10;
    private static final String AGAIN = "again";
    private static final String SIGNATURE = "data:image/png;base64,";

    private final OwnerTokens tokens;
    private final OwnerViews views;
    private final OwnerSteps steps;
    private final ConsentByLink consents;
    private final ReportAgain again;
    private final Catalogue catalogue;
    private final Photos photos;
    private final SlipPrinter printer;
    private final SubmittedForms forms;
    private final Throttle throttle;

    OwnerPage(
            OwnerTokens tokens,
            OwnerViews views,
            OwnerSteps steps,
            ConsentByLink consents,
            ReportAgain again,
            Catalogue catalogue,
            Photos photos,
            SlipPrinter printer,
            SubmittedForms forms,
            Throttle throttle) {
        this.tokens = tokens;
        this.views = views;
        this.steps = steps;
        this.consents = consents;
        this.again = again;
        this.catalogue = catalogue;
        this.photos = photos;
        this.printer = printer;
        this.forms = forms;
        this.throttle = throttle;
    }

    /**
     * @param news  what has just come of a form
     * @param photo what has not become of some of its photos
     */
    @GetMapping
    String follow(
            @PathVariable String token,
            @RequestParam(defaultValue = "NONE") News news,
            @RequestParam(defaultValue = "") List<String> photo,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("news", news.text());
        model.addAttribute("problems", PhotoUploads.said(photo));
        return show(token, open(token, request), Map.of(), model);
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String token,
            @PathVariable long id,
            @RequestParam(defaultValue = "FULL") Photos.Size size,
            HttpServletRequest request) {
        return JpegAnswer.of(photos.image(open(token, request).number(), id, size));
    }

    /** The owner's copy of the slip, with the link that has led here (4.3.5). */
    @GetMapping("/copy")
    ResponseEntity<byte[]> copy(@PathVariable String token, HttpServletRequest request) {
        String number = open(token, request).number();
        throttle.count("owner's copy", token, COPIES_AN_HOUR);
        return PdfAnswer.of(number, printer.ownersCopy(number, tokens.address(token)));
    }

    /** A refused form comes back with the reason and with what was filled in. */
    @PostMapping("/{action:[a-z]{1,12}}")
    String submit(
            @PathVariable String token,
            @PathVariable String action,
            @RequestParam Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Slip slip = open(token, request);
        throttle.count("owner's form", token, FORMS_AN_HOUR);
        OwnerForm form = new OwnerForm(values);
        try {
            boolean taken = forms.once(form.key(), action, () -> act(action, slip, form));
            News news = action.equals("code") ? News.CODE : News.DONE;
            return "redirect:/r/" + token + "?news=" + (taken ? news : News.TAKEN);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(token, open(token, request), values, model);
        }
    }

    /** What the owner adds after the report; pictures that cannot be kept are said, and keep nothing else back. */
    @PostMapping("/remark")
    String remark(
            @PathVariable String token,
            @RequestParam Map<String, String> values,
            @RequestParam(name = "photos", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Slip slip = open(token, request);
        throttle.count("owner's form", token, FORMS_AN_HOUR);
        throttle.count("owner's remark", slip.number(), REMARKS_AN_HOUR);
        OwnerForm form = new OwnerForm(values);
        try {
            PhotoUploads added = PhotoUploads.of(files);
            String words = form.optional("words", "补充的情况", 500);
            if (words.isEmpty()
                    && added.pictures().isEmpty()
                    && added.problems().isEmpty()) {
                throw Rejection.invalid("请填写“补充的情况”，或选照片。");
            }
            News news = News.NONE;
            if (!words.isEmpty() || !added.pictures().isEmpty()) {
                boolean taken = forms.once(form.key(), "remark", () -> {
                    photos.add(slip.number(), PhotoKind.REPORT, added.pictures(), Person.owner());
                    steps.remark(slip.number(), words.isEmpty() ? "补充了照片" : words);
                });
                news = taken ? News.DONE : News.TAKEN;
            }
            return "redirect:/r/" + token + "?news=" + news
                    + added.problems().stream()
                            .map(problem -> "&photo=" + problem)
                            .collect(Collectors.joining());
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(token, open(token, request), values, model);
        }
    }

    @PostMapping("/again")
    String again(
            @PathVariable String token,
            @RequestParam Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Slip slip = open(token, request);
        throttle.count("owner's form", token, FORMS_AN_HOUR);
        OwnerForm form = new OwnerForm(values);
        try {
            String words = form.text("words", "现在的情况", 500);
            again.prepare(slip, words);
            boolean taken = forms.opensSlip(form.key(), AGAIN, () -> again.report(slip, words));
            String number = forms.slipOf(form.key(), AGAIN).orElseThrow(UnknownLink::new);
            return "redirect:/r/" + tokens.token(number) + "?news=" + (taken ? News.REPORTED : News.TAKEN);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(token, open(token, request), values, model);
        }
    }

    private void act(String action, Slip slip, OwnerForm form) {
        String number = slip.number();
        switch (action) {
            case "urge" -> steps.urge(number, form.text("words", "要催办的事", 1000));
            case "complain" -> steps.complain(number, form.text("words", "投诉内容", 1000));
            case "cancel" -> steps.cancel(number, form.text("words", "取消的原因", 500));
            case "reschedule" -> steps.reschedule(number, form.moment("time", "上门时间"));
            case "code" -> consents.sendCode(slip, form.number("quote", "报价"));
            case "agree" ->
                consents.agree(
                        slip,
                        form.number("quote", "报价"),
                        form.signatory(),
                        form.ticked("noise"),
                        form.optional("code").replace(" ", ""));
            case "decline" ->
                steps.decline(
                        number,
                        form.number("quote", "报价"),
                        form.text("answer", "您的决定").equals("another"),
                        form.text("words", "原因", 500));
            case "accept" -> accept(number, form);
            case "reject" ->
                steps.reject(number, (int) form.number("round", "维修结果"), form.text("words", "不合格的原因", 500));
            case "rate" ->
                steps.rate(
                        number,
                        form.text("fixed", "是否修好").equals("yes"),
                        (int) form.number("score", "满意度"),
                        form.optional("words", "意见", 1000));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private void accept(String number, OwnerForm form) {
        Signatory signatory = form.signatory();
        photos.add(number, PhotoKind.SIGNATURE, List.of(signature(form)), Person.owner());
        steps.accept(
                number, (int) form.number("round", "维修结果"), signatory, form.ticked("restored"), form.ticked("cleared"));
    }

    private static Picture signature(OwnerForm form) {
        String drawn = form.text("signature", "签字");
        try {
            return Picture.signature(Base64.getDecoder().decode(drawn.substring(SIGNATURE.length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Rejection.invalid("签字没有传完整，请重新签名后再提交。");
        }
    }

    private Slip open(String token, HttpServletRequest request) {
        return tokens.open(token).orElseThrow(() -> {
            throttle.count("wrong link", request.getRemoteAddr(), WRONG_LINKS_AN_HOUR);
            return new UnknownLink();
        });
    }

    private String show(String token, Slip slip, Map<String, String> values, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("slip", views.of(slip));
        model.addAttribute("consent", consents.way(slip).name());
        model.addAttribute("enough", consents.enough());
        model.addAttribute("again", again.offered(slip));
        model.addAttribute("safety", catalogue.safetyWords(slip));
        model.addAttribute("values", values);
        model.addAttribute("key", SubmittedForms.newKey());
        return "owner";
    }

    /** What has come of a form, as its page says it. */
    enum News {
        NONE(null),
        REPORTED("报修成功。请收藏本页，随时查看进展。"),
        DONE("已办理。最新进展见下。"),
        CODE("验证码已发到您报修时留的手机。收到以后填在下面，10 分钟内有效。"),
        TAKEN("刚才已经提交过，不用重复提交。最新进展见下。");

        private final @Nullable String text;

        News(@Nullable String text) {
            this.text = text;
        }

        @Nullable
        String text() {
            return text;
        }
    }
}
