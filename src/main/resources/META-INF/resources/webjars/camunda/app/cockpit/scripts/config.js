export default {
  app: {
    name: '运行监控',
    vendor: '报修'
  },

  // Chinese alone, so that a browser set to another language shows it as well.
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Relative to the folder of this application; Tasklist holds the one copy of what all share.
  customScripts: ['../tasklist/scripts/labels-first', '../tasklist/scripts/page-zh', '../tasklist/scripts/office-link', 'scripts/page-zh'],

  // Otherwise the login page advertises Camunda's English welcome page.
  disableWelcomeMessage: true
};
