package org.baoxiu.web.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.ChannelTests;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.PlaceSearch;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.StartPage;
import org.baoxiu.web.StartWarnings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What there is, and what is still missing before the office can work. */
@Component
class SetupState implements StartPage {

    private final OfficeRegister offices;
    private final PlaceSearch places;
    private final Persons persons;
    private final Dispatch dispatch;
    private final ChannelTests channels;
    private final Slips slips;
    private final String publicUrl;

    SetupState(
            OfficeRegister offices,
            PlaceSearch places,
            Persons persons,
            Dispatch dispatch,
            ChannelTests channels,
            Slips slips,
            @Value("${baoxiu.public-url}") String publicUrl) {
        this.offices = offices;
        this.places = places;
        this.persons = persons;
        this.dispatch = dispatch;
        this.channels = channels;
        this.slips = slips;
        this.publicUrl = publicUrl;
    }

    /**
     * @param there   what there is, in one line
     * @param missing what has to be done, each in one line; empty when the step is done
     * @param advice  what would be better, without holding up anything
     */
    record Step(String title, String path, String link, String there, List<String> missing, List<String> advice) {

        public boolean done() {
            return missing.isEmpty();
        }
    }

    @Override
    public boolean calls() {
        return List.of(offices(), flats(), people()).stream().anyMatch(step -> !step.done());
    }

    @Override
    public String path() {
        return "/setup";
    }

    List<Step> steps() {
        return List.of(offices(), flats(), people(), channels(), posters(), firstSlip());
    }

    private Step offices() {
        List<Office> all = offices.all();
        return new Step(
                "管理处",
                "/setup/offices",
                "登记管理处",
                all.isEmpty() ? "" : all.stream().map(Office::name).collect(Collectors.joining("、")),
                all.isEmpty() ? List.of("还没有管理处。") : List.of(),
                all.stream()
                        .filter(office -> office.telephone() == null)
                        .map(office -> "“" + office.name() + "”没有客服电话，业主在网页和海报上看不到号码。")
                        .toList());
    }

    private Step flats() {
        Map<String, Integer> flats = places.flats();
        return new Step(
                "房屋和业主",
                "/register-keep/import",
                "导入房屋和业主",
                flats.isEmpty()
                        ? ""
                        : flats.entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue() + " 户")
                                .collect(Collectors.joining("、")),
                offices.names().isEmpty()
                        ? List.of("先登记管理处。")
                        : offices.names().stream()
                                .filter(office -> !flats.containsKey(office))
                                .map(office -> "“" + office + "”还没有房屋。")
                                .toList(),
                List.of());
    }

    private Step people() {
        Set<String> people = new HashSet<>();
        List<String> missing = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        for (OfficeGroup group : OfficeGroup.values()) {
            List<String> members = persons.membersOf(group.id());
            people.addAll(members);
            if (members.isEmpty() && group == OfficeGroup.PROCESS_OWNER) {
                // the office works without one
                advice.add("没有流程管理员：改规则、表单和流程，要由系统管理员来做。");
            } else if (members.isEmpty()) {
                missing.add("“" + group.label() + "”还没有人。");
            }
        }
        Set<String> uncovered = dispatch.uncovered();
        List<String> unqualified = Arrays.stream(Qualification.values())
                .filter(one -> uncovered.contains(one.code()))
                .map(Qualification::label)
                .toList();
        if (!unqualified.isEmpty()) {
            advice.add("维修班里没有人有这些资质：" + String.join("、", unqualified) + "。");
        }
        return new Step("人员", "/setup/people", "登记人员", people.isEmpty() ? "" : people.size() + " 人", missing, advice);
    }

    private Step channels() {
        List<String> configured = channels.channels().stream()
                .filter(ChannelTests.Configured::configured)
                .map(channel -> channel.kind().label())
                .toList();
        return new Step(
                "消息渠道",
                "/setup/channels",
                "测试消息渠道",
                String.join("、", configured),
                List.of(),
                configured.isEmpty() ? List.of("还没有配置渠道：业主收不到短信，要由客服打电话告知；同事在“消息”里看。") : List.of());
    }

    private Step posters() {
        return new Step(
                "报修海报",
                "/report/poster",
                "打印海报",
                "每个管理处一张，业主扫码报修",
                List.of(),
                StartWarnings.local(publicUrl)
                        ? List.of("公开地址（baoxiu.public-url）还是 " + publicUrl + "，业主的手机扫码打不开，请安装的人先设好。")
                        : List.of());
    }

    private Step firstSlip() {
        boolean any = slips.any();
        return new Step(
                "第一张维修单",
                "/report",
                "报修",
                any ? "已经有维修单" : "",
                List.of(),
                any ? List.of() : List.of("还没有维修单：用网页报修试一张，或由客服在任务列表里发起“报修处理”。"));
    }
}
