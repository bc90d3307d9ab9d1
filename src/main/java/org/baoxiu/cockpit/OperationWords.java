package org.baoxiu.cockpit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine calls operations, in the words of the office. A new one shows itself as the engine calls it. */
final class OperationWords {

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("Activate", "激活"),
            Map.entry("Suspend", "暂停"),
            Map.entry("Assign", "指派"),
            Map.entry("Claim", "认领"),
            Map.entry("Complete", "办完"),
            Map.entry("Create", "新建"),
            Map.entry("Delete", "删除"),
            Map.entry("Update", "修改"),
            Map.entry("Delegate", "委托"),
            Map.entry("Resolve", "交还"),
            Map.entry("SetOwner", "改负责人"),
            Map.entry("SetPriority", "改优先级"),
            Map.entry("AddAttachment", "加附件"),
            Map.entry("DeleteAttachment", "删附件"),
            Map.entry("AddUserLink", "加候选人"),
            Map.entry("DeleteUserLink", "去掉候选人"),
            Map.entry("AddGroupLink", "加候选组"),
            Map.entry("DeleteGroupLink", "去掉候选组"),
            Map.entry("SetVariable", "改内容"),
            Map.entry("SetVariables", "改内容"),
            Map.entry("ModifyVariable", "改内容"),
            Map.entry("RemoveVariable", "删内容"),
            Map.entry("DeleteHistory", "删除历史"),
            Map.entry("Execute", "立即执行"),
            Map.entry("SetJobRetries", "改重试次数"),
            Map.entry("SetDueDate", "改到期时间"),
            Map.entry("RecalculateDueDate", "重算到期时间"),
            Map.entry("Migrate", "换版本"),
            Map.entry("ModifyProcessInstance", "改走向"),
            Map.entry("RestartProcessInstance", "重新启动"),
            Map.entry("Correlate", "关联消息"),
            Map.entry("Signal", "触发"),
            Map.entry("Trigger", "触发"),
            Map.entry("Retry", "重试"),
            Map.entry("Resume", "恢复"),
            Map.entry("Unlock", "解锁"),
            Map.entry("UpdateHistoryTimeToLive", "改保存期限"),
            Map.entry("SetRemovalTime", "改清除时间"),
            Map.entry("Evaluate", "查决策表"),
            Map.entry("SetAnnotation", "写批注"),
            Map.entry("ClearAnnotation", "删批注"));

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("Task", "任务"),
            Map.entry("ProcessInstance", "实例"),
            Map.entry("ProcessDefinition", "流程定义"),
            Map.entry("DecisionDefinition", "决策"),
            Map.entry("DecisionInstance", "决策实例"),
            Map.entry("DecisionRequirementsDefinition", "决策需求图"),
            Map.entry("Deployment", "部署"),
            Map.entry("Variable", "内容"),
            Map.entry("Job", "作业"),
            Map.entry("JobDefinition", "作业定义"),
            Map.entry("Incident", "异常"),
            Map.entry("IdentityLink", "候选人"),
            Map.entry("Attachment", "附件"),
            Map.entry("Comment", "评论"),
            Map.entry("Batch", "批处理"),
            Map.entry("User", "用户"),
            Map.entry("Group", "用户组"),
            Map.entry("Membership", "组成员"),
            Map.entry("Group membership", "组成员"),
            Map.entry("Tenant", "租户"),
            Map.entry("Tenant membership", "租户成员"),
            Map.entry("Authorization", "授权"),
            Map.entry("Filter", "筛选器"),
            Map.entry("Property", "系统属性"),
            Map.entry("Metrics", "统计"),
            Map.entry("TaskMetrics", "统计"),
            Map.entry("ExternalTask", "外部任务"),
            Map.entry("OperationLog", "操作记录"));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("assignee", "办理人"),
            Map.entry("owner", "负责人"),
            Map.entry("delete", "任务删除"),
            Map.entry("delegation", "委托状态"),
            Map.entry("priority", "优先级"),
            Map.entry("dueDate", "到期时间"),
            Map.entry("followUpDate", "跟进时间"),
            Map.entry("suspensionState", "是否暂停"),
            Map.entry("candidate", "候选人"),
            Map.entry("nrOfInstances", "实例数"),
            Map.entry("async", "是否后台办理"),
            Map.entry("retries", "重试次数"),
            Map.entry("duedate", "到期时间"),
            Map.entry("jobId", "作业"),
            Map.entry("deleteReason", "原因"),
            Map.entry("name", "名称"),
            Map.entry("type", "种类"),
            Map.entry("userId", "用户"),
            Map.entry("groupId", "用户组"),
            Map.entry("permissions", "权限"),
            Map.entry("permissionBits", "权限（数字）"),
            Map.entry("resource", "对象种类"),
            Map.entry("resourceId", "对象"),
            Map.entry("duplicateFilterEnabled", "是否略过相同的"),
            Map.entry("deployChangedOnly", "是否只交改过的"),
            Map.entry("cascade", "是否连带删除"),
            Map.entry("processDefinitionKey", "流程"),
            Map.entry("processDefinitionId", "流程版本"),
            Map.entry("processDefinitionVersion", "流程版本"),
            Map.entry("processInstanceId", "实例"),
            Map.entry("includeSubProcessInstances", "是否连同被调用的"),
            Map.entry("historyTimeToLive", "保存期限"),
            Map.entry("decisionDefinitionKey", "决策"),
            Map.entry("messageName", "消息"),
            Map.entry("creationTime", "建立时间"));

    private OperationWords() {}

    static String operation(@Nullable String code) {
        return word(OPERATIONS, code);
    }

    static String entity(@Nullable String code) {
        return word(ENTITIES, code);
    }

    static String property(@Nullable String code) {
        return word(PROPERTIES, code);
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }
}
