export default {
  app: {
    name: '任务列表',
    vendor: '报修'
  },

  // Chinese alone, so that a browser set to another language shows it as well.
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Paths are relative to the folder of this application.
  customScripts: [
    'scripts/labels-first',
    'scripts/page-zh',
    'scripts/office-link',
    'scripts/one-login',
    'scripts/form-renderer-zh',
    'scripts/stale-messages',
    'scripts/whole-clicks',
    'scripts/unsaved',
    'scripts/slip-of-link',
    'scripts/deadlines-first',
    'scripts/due-times',
    'scripts/helpers',
    'scripts/permitted'
  ],

  // Otherwise the login page advertises Camunda's English welcome page.
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到列表中的第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“启动流程”对话框'
    }
  }
};
