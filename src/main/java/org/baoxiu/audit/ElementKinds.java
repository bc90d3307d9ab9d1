package org.baoxiu.audit;

import java.util.Map;

/** What kind of work an element of a diagram is, in the words of the office. */
public final class ElementKinds {

    private static final String EVENT = "事件";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("userTask", "人工任务"),
            Map.entry("subProcess", "步骤"),
            Map.entry("callActivity", "另一流程"),
            Map.entry("serviceTask", "系统办理"),
            Map.entry("sendTask", "系统办理"),
            Map.entry("scriptTask", "系统办理"),
            Map.entry("businessRuleTask", "查决策表"),
            Map.entry("receiveTask", "等待"),
            Map.entry("intermediateTimer", "等到时间"),
            Map.entry("intermediateMessageCatch", "等消息"),
            Map.entry("intermediateConditional", "等条件"),
            Map.entry("intermediateSignalCatch", "等信号"),
            Map.entry("boundaryTimer", "到时"),
            Map.entry("boundaryMessage", "收到消息"),
            Map.entry("boundaryEscalation", "升级"),
            Map.entry("boundaryError", "出错"),
            Map.entry("boundaryConditional", "条件成立"),
            Map.entry("startEvent", "开始"),
            Map.entry("messageStartEvent", "收到消息"),
            Map.entry("startTimerEvent", "到时"),
            Map.entry("escalationStartEvent", "升级"),
            Map.entry("noneEndEvent", "结束"));

    private ElementKinds() {}

    /** @param type as the engine's history names it */
    public static String label(String type) {
        return LABELS.getOrDefault(type, EVENT);
    }

    /** Where a case only turns off: nobody waits there and nothing happens. */
    public static boolean turns(String type) {
        return type.endsWith("Gateway");
    }
}
