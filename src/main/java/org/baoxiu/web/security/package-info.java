/** Who may come in where: the list of doors, the chains that hang it, the login and its sessions. */
@NullMarked
package org.baoxiu.web.security;

import org.jspecify.annotations.NullMarked;
