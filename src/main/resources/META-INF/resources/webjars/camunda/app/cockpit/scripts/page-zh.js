// What Cockpit 7.24 says in English without asking the locale file, and the table viewer that it brings along.

import { keepChinese } from '../../tasklist/scripts/keep-chinese.js';
import { chineseFor } from '../../tasklist/scripts/page-zh.js';

const TEXTS = {
  'No 个运行中的实例': '没有运行中的实例',
  'Invalid Date Value.': '日期不正确。',
  'Suspended Job Definition': '已暂停的作业定义',
  'Toggle this section': '展开或收起此部分',
  'Select all': '全选',
  'Actions': '操作',
  'Download': '下载',
  'Upload': '上传',
  'Message is null.': '没有信息。',
  'Loading diagram': '正在加载流程图',
  'process application': '随应用部署',
  'null': '空',
  'true': '是',
  'false': '否',
  // incidents
  'Failed Job': '作业失败',
  'failedJob': '作业失败',
  'failedExternalTask': '外部任务失败',
  // jobs
  'timer-intermediate-transition': '定时器（中间事件）',
  'timer-transition': '定时器（边界事件）',
  'timer-start-event': '定时器（开始事件）',
  'timer-start-event-subprocess': '定时器（事件子流程）',
  'async-continuation': '异步执行',
  'async-before': '执行之前',
  'async-after': '执行之后',
  // batches
  'set-variables': '设置变量',
  'set-job-retries': '设置作业重试次数',
  'set-external-task-retries': '设置外部任务重试次数',
  'correlate-message': '关联消息',
  'instance-migration': '迁移流程实例',
  'instance-modification': '修改流程实例',
  'instance-restart': '重新启动流程实例',
  'instance-deletion': '删除流程实例',
  'instance-update-suspension-state': '暂停或激活流程实例',
  'historic-instance-deletion': '删除历史流程实例',
  'historic-decision-instance-deletion': '删除历史决策实例',
  'process-set-removal-time': '设置流程实例的清除时间',
  'decision-set-removal-time': '设置决策实例的清除时间',
  'batch-set-removal-time': '设置批处理的清除时间'
};

// Short words that somebody's variables may have as well, therefore nowhere else than in the viewer of decision tables.
const TABLE_TEXTS = {
  'When': '当',
  'And': '且',
  'Then': '则',
  'Annotations': '备注',
  'Hit policy:': '命中规则：',
  'Unique': '唯一',
  'First': '首条',
  'Any': '任一',
  'Priority': '优先',
  'Rule order': '按规则顺序',
  'Output order': '按结果顺序',
  'Collect': '汇总',
  'Collect (Sum)': '汇总（求和）',
  'Collect (Min)': '汇总（最小）',
  'Collect (Max)': '汇总（最大）',
  'Collect (Count)': '汇总（计数）',
  'View DRD': '查看决策需求图',
  'Variable name:': '变量名：',
  'Variable type:': '变量类型：',
  'Expression language:': '表达式语言：',
  'Output label': '结果名称',
  'Output name': '结果变量',
  'Input type': '条件类型',
  'Output type': '结果类型',
  'Input values': '条件取值',
  'Output values': '结果取值',
  'string': '文本',
  'boolean': '是否',
  'number': '数字',
  'integer': '整数',
  'long': '长整数',
  'double': '小数',
  'date': '日期',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '各条规则互不重叠，最多命中一条',
  'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，取命中的第一条',
  'Rules may overlap. Their output have to match': '规则可以重叠，结果须一致',
  'Rules may overlap. The one with the highest priority will be chosen': '规则可以重叠，取优先级最高的一条',
  'Collects the values of all matching rules': '汇总命中的所有规则的结果',
  'Collects the values of all matching rules in rule order': '按规则顺序汇总命中的所有规则的结果',
  'Collects the values of all matching rules in decreasing output priority order': '按结果的优先级汇总命中的所有规则的结果',
  'Collects the values of all matching rules and sums up to a single value': '命中的所有规则的结果求和',
  'Collects the values of all matching rules and uses the lowest value': '取命中的所有规则中的最小值',
  'Collects the values of all matching rules and uses the highest value': '取命中的所有规则中的最大值',
  'Collects the values of all matching rules and counts the number of them': '命中的规则的条数'
};

// What a batch is told of, in the words of the engine's interface.
const BATCH_TEXTS = {
  'id': '编号',
  'type': '类型',
  'startTime': '开始时间',
  'executionStartTime': '执行开始时间',
  'endTime': '结束时间',
  'removalTime': '清除时间',
  'totalJobs': '作业总数',
  'remainingJobs': '剩余作业',
  'completedJobs': '已完成作业',
  'failedJobs': '失败作业',
  'jobsCreated': '已建作业',
  'batchJobsPerSeed': '每次建立的作业数',
  'invocationsPerBatchJob': '每个作业的执行数',
  'seedJobDefinitionId': '分发作业定义编号',
  'monitorJobDefinitionId': '监视作业定义编号',
  'batchJobDefinitionId': '批处理作业定义编号',
  'createUserId': '用户编号',
  'suspended': '已暂停',
  'tenantId': '租户编号'
};

// English words that stand before what somebody has named.
const BEGINNINGS = {
  'DATE: ': '时间：',
  'DURATION: ': '时长：',
  'CYCLE: ': '周期：',
  'Decision name: ': '决策名称：',
  'Input label: ': '条件名称：',
  'Input expression: ': '条件表达式：',
  'Output label: ': '结果名称：',
  'Output name: ': '结果变量：'
};

function begun(text) {
  const beginning = Object.keys(BEGINNINGS).find(words => text.startsWith(words));
  return beginning && BEGINNINGS[beginning] + text.slice(beginning.length);
}

const from = (texts, text) => (Object.hasOwn(texts, text) ? texts[text] : undefined);

keepChinese('.dmn-decision-table-container', text => from(TABLE_TEXTS, text));

// The tips of Cockpit stand behind everything else in the page.
keepChinese('.ctn-main, .modal, .tooltip', text => {
  const ofBatch = location.hash.startsWith('#/batch') ? from(BATCH_TEXTS, text) : undefined;
  return ofBatch ?? from(TEXTS, text) ?? begun(text) ?? chineseFor(text);
});

// Dates are written for programs, whatever the locale file says.
const FOR_PROGRAMS = 'YYYY-MM-DD[T]HH:mm:ss';
const FOR_PEOPLE = 'YYYY-MM-DD HH:mm:ss';

window.angular.module('cam.commons.filter.date').config([
  '$provide',
  $provide =>
    $provide.decorator('camDateFormat', [
      '$delegate',
      $delegate => name => {
        const format = $delegate(name);
        return format === FOR_PROGRAMS ? FOR_PEOPLE : format;
      }
    ])
]);
