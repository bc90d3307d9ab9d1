// The tables of a case, by the names of their resources.

export const TABS = {
  steps: '经过',
  promises: '时限',
  variables: '变量变化',
  operations: '操作记录',
  decisions: '决策'
};
