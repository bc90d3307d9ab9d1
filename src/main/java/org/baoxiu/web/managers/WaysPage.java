package org.baoxiu.web.managers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.audit.RepairPicture;
import org.baoxiu.audit.Ways;
import org.baoxiu.audit.Ways.Ended;
import org.baoxiu.audit.Ways.Way;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TimeText;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** By which ways cases came to their end 办理路径, how long each took, what it cost, and how owners liked it. */
@StaffPage(title = "办理路径", path = "/ways", place = 44)
class WaysPage {

    private static final String PATH = "/ways";
    private static final int DAYS = 30;
    private static final int MOST = 30;

    /** @param address of its slips */
    record Line(
            String tasks,
            int slips,
            String share,
            String median,
            String cost,
            String score,
            long reworks,
            String address) {}

    private record Asked(Days days, String office, String repairClass) {

        String address(String path, String way) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                    .queryParam("from", days.from())
                    .queryParam("until", days.until());
            Map<String, String> besides = new LinkedHashMap<>();
            besides.put("office", office);
            besides.put("class", repairClass);
            besides.put("way", way);
            besides.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    address.queryParam(name, value);
                }
            });
            return address.build().encode().toUriString();
        }
    }

    private final Ways ways;
    private final RepairPicture picture;
    private final SlipLines lines;
    private final Offices offices;
    private final Clock clock;

    WaysPage(Ways ways, RepairPicture picture, SlipLines lines, Offices offices, Clock clock) {
        this.ways = ways;
        this.picture = picture;
        this.lines = lines;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String ways(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(name = "class", defaultValue = "") String repairClass,
            Model model) {
        Asked asked = asked(from, until, office, repairClass);
        Map<String, String> names = tasks();
        List<Way> found = found(asked, names);
        int cases = found.stream().mapToInt(way -> way.numbers().size()).sum();
        model.addAttribute("asked", asked);
        model.addAttribute("offices", offices.names());
        model.addAttribute("classes", RepairClass.values());
        model.addAttribute("cases", cases);
        model.addAttribute("inAll", found.size());
        model.addAttribute("most", MOST);
        model.addAttribute(
                "ways",
                found.stream()
                        .limit(MOST)
                        .map(way -> line(way, cases, names, asked))
                        .toList());
        return "ways";
    }

    @GetMapping(PATH + "/slips")
    String slips(
            @RequestParam String way,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(name = "class", defaultValue = "") String repairClass,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Asked asked = asked(from, until, office, repairClass);
        Map<String, String> names = tasks();
        Way chosen = found(asked, names).stream()
                .filter(one -> key(one).equals(way))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("这段时间里没有单走过这条路径，请回到“办理路径”重新点。"));
        List<String> numbers = chosen.numbers();
        return lines.show(
                model,
                "走过同一条路径的维修单",
                described(chosen, names),
                asked.address(PATH, ""),
                asked.address(PATH + "/slips", way),
                numbers.size(),
                page,
                (first, most) -> numbers.subList((int) first, (int) Math.min(numbers.size(), first + most)));
    }

    private Asked asked(String from, String until, String office, String repairClass) {
        return new Asked(Days.of(from, until, LocalDate.now(clock), DAYS), office.strip(), repairClass);
    }

    private List<Way> found(Asked asked, Map<String, String> tasks) {
        return ways.of(
                new Ended(
                        asked.days().begin(),
                        asked.days().end(),
                        asked.office().isEmpty() ? List.of() : List.of(offices.checked(asked.office())),
                        asked.repairClass().isEmpty() ? null : HeatQuery.classOf(asked.repairClass())),
                tasks.keySet());
    }

    /** Names of the tasks of the seven steps by id; what may happen at any time makes no other way. */
    private Map<String, String> tasks() {
        return picture.now().shapes().stream()
                .filter(shape -> shape.kind() == Kind.TASK && !shape.step().isEmpty())
                .collect(Collectors.toMap(Shape::id, Shape::name, (one, other) -> one));
    }

    private static Line line(Way way, int cases, Map<String, String> names, Asked asked) {
        int slips = way.numbers().size();
        return new Line(
                described(way, names),
                slips,
                Math.round(slips * 100.0 / cases) + "%",
                TimeText.of(way.median()),
                way.cost() == null ? "—" : way.cost().toPlainString(),
                way.score() == null ? "—" : way.score().toPlainString(),
                way.reworks(),
                asked.address(PATH + "/slips", key(way)));
    }

    private static String described(Way way, Map<String, String> names) {
        return way.tasks().isEmpty()
                ? "没有办过任务就结束"
                : way.tasks().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(" → "));
    }

    /** The same for the same tasks in the same order, on every node. */
    private static String key(Way way) {
        return UUID.nameUUIDFromBytes(String.join(" ", way.tasks()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
