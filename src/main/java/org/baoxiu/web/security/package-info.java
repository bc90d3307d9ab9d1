/** Who may come in to a page: logins, sessions, where a form came from. */
package org.baoxiu.web.security;
