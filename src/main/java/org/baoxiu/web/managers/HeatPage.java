package org.baoxiu.web.managers;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.baoxiu.audit.Heat;
import org.baoxiu.audit.HeatFilter;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.audit.RepairPicture;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where cases wait longest, compared with what was promised 时限热图. */
@StaffPage(title = "时限热图", path = "/heat", place = 42)
class HeatPage {

    private final Heat heat;
    private final RepairPicture picture;
    private final SlipLines lines;
    private final SlipLists lists;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Names names;
    private final Clock clock;

    HeatPage(
            Heat heat,
            RepairPicture picture,
            SlipLines lines,
            SlipLists lists,
            Catalogue catalogue,
            Offices offices,
            Names names,
            Clock clock) {
        this.heat = heat;
        this.picture = picture;
        this.lines = lines;
        this.lists = lists;
        this.catalogue = catalogue;
        this.offices = offices;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/heat")
    String heat(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(name = "class", defaultValue = "") String repairClass,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String technician,
            @RequestParam(defaultValue = "") String step,
            Model model) {
        HeatQuery query = HeatQuery.of(from, until, office, repairClass, item, technician, step, clock);
        model.addAttribute("query", query);
        model.addAttribute("offices", offices.names());
        model.addAttribute("classes", RepairClass.values());
        model.addAttribute("items", catalogue.entries());
        List<String> people = lists.technicians(true);
        model.addAttribute(
                "technicians",
                names.of(people).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .toList());
        model.addAttribute(
                "screen", HeatScreen.of(picture.now(), picture.steps(), heat.figures(query.filter(offices)), query));
        return "heat";
    }

    @GetMapping("/heat/slips")
    String slips(
            @RequestParam String element,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(name = "class", defaultValue = "") String repairClass,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String technician,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        HeatQuery query = HeatQuery.of(from, until, office, repairClass, item, technician, "", clock);
        HeatFilter filter = query.filter(offices);
        return lines.show(
                model,
                name(element),
                "从 " + query.days().from() + " 到 " + query.days().until() + " 结束过这一环节的维修单，和限时比最慢的在前。",
                query.address("/heat", "step", ""),
                query.address("/heat/slips", "element", element),
                heat.slips(element, filter),
                page,
                (first, most) -> heat.slips(element, filter, first, most));
    }

    private String name(String element) {
        return picture.now().shapes().stream()
                .filter(shape -> shape.id().equals(element))
                .map(Shape::name)
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("没有这个环节，请回到“时限热图”重新点。"));
    }
}
