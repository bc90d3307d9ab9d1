/** Who may come in where: the list of doors, the chains that hang it, the login and its sessions. */
package org.baoxiu.web.security;
