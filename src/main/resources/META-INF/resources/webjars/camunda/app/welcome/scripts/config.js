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
  customScripts: ['../tasklist/scripts/page-zh'],

  // Otherwise the login page advertises Camunda's English welcome page.
  disableWelcomeMessage: true,

  // Without this the page links to Camunda's English documentation.
  links: []
};
