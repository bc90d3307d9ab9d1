export default {
  app: {
    name: '首页',
    vendor: '报修'
  },

  // Chinese alone, so that a browser set to another language shows it as well.
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Relative to the folder of this application; Tasklist holds the one copy.
  customScripts: [
    '../tasklist/scripts/labels-first',
    '../tasklist/scripts/page-zh',
    '../tasklist/scripts/office-link',
    '../tasklist/scripts/one-login'
  ],

  // Otherwise the login page advertises Camunda's English welcome page.
  disableWelcomeMessage: true,

  // In the place of links to Camunda's English documentation: the pages of the application itself.
  links: [
    { label: '消息', href: '/messages', description: '发给自己的提醒' },
    { label: '消息投递', href: '/deliveries', description: '没有送到的消息，由客服处理' },
    { label: '看板', href: '/board', description: '未结的维修单和时限' }
  ]
};
