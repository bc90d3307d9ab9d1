/** All that is known of one slip, on one page and on paper. */
package org.baoxiu.web.dossier;
