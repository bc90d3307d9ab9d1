// What Admin 7.24 says in English without asking the locale file.

import { keepChinese } from '../../tasklist/scripts/keep-chinese.js';

const TEXTS = {
  // types of groups
  'SYSTEM': '系统',
  'WORKFLOW': '流程',
  'OFFICE': '管理处',
  'Select all': '全选',
  'Unselect all': '全不选',
  "Invalid Date Value. Supported pattern 'YYYY-MM-DD'.": '日期格式不正确，应为“年-月-日”，例如 2026-01-31。'
};

keepChinese('.ctn-main, .modal', text => (Object.hasOwn(TEXTS, text) ? TEXTS[text] : undefined));

const PERMISSIONS = {
  ALL: '全部',
  NONE: '无',
  ACCESS: '使用',
  READ: '查看',
  UPDATE: '修改',
  CREATE: '新建',
  DELETE: '删除',
  SET: '设置',
  SUSPEND: '暂停',
  RETRY_JOB: '重试作业',
  TASK_ASSIGN: '指派任务',
  TASK_WORK: '办理任务',
  CREATE_INSTANCE: '启动实例',
  READ_INSTANCE: '查看实例',
  UPDATE_INSTANCE: '修改实例',
  SUSPEND_INSTANCE: '暂停实例',
  DELETE_INSTANCE: '删除实例',
  MIGRATE_INSTANCE: '迁移实例',
  READ_TASK: '查看任务',
  UPDATE_TASK: '修改任务',
  READ_HISTORY: '查看历史',
  UPDATE_HISTORY: '修改历史',
  DELETE_HISTORY: '删除历史',
  READ_VARIABLE: '查看变量',
  UPDATE_VARIABLE: '修改变量',
  READ_TASK_VARIABLE: '查看任务变量',
  UPDATE_TASK_VARIABLE: '修改任务变量',
  READ_INSTANCE_VARIABLE: '查看实例变量',
  UPDATE_INSTANCE_VARIABLE: '修改实例变量',
  READ_HISTORY_VARIABLE: '查看历史变量',
  CREATE_BATCH_MIGRATE_PROCESS_INSTANCES: '批量迁移流程实例',
  CREATE_BATCH_MODIFY_PROCESS_INSTANCES: '批量修改流程实例',
  CREATE_BATCH_RESTART_PROCESS_INSTANCES: '批量重新启动流程实例',
  CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES: '批量删除运行中的流程实例',
  CREATE_BATCH_DELETE_FINISHED_PROCESS_INSTANCES: '批量删除已结束的流程实例',
  CREATE_BATCH_DELETE_DECISION_INSTANCES: '批量删除决策实例',
  CREATE_BATCH_SET_JOB_RETRIES: '批量设置作业重试次数',
  CREATE_BATCH_SET_REMOVAL_TIME: '批量设置清除时间',
  CREATE_BATCH_SET_EXTERNAL_TASK_RETRIES: '批量设置外部任务重试次数',
  CREATE_BATCH_UPDATE_PROCESS_INSTANCES_SUSPEND: '批量暂停或激活流程实例',
  CREATE_BATCH_SET_VARIABLES: '批量设置变量',
  CREATE_BATCH_CORRELATE_MESSAGE: '批量关联消息'
};

// One permission, or several with commas between them.
keepChinese('td.permissions, .modal dd', text => {
  const names = text.split(', ');
  return names.every(name => Object.hasOwn(PERMISSIONS, name)) ? names.map(name => PERMISSIONS[name]).join('、') : undefined;
});
