/** People and certificates to try the application with; there in the profile {@code demo} only. */
package org.baoxiu.people.demo;
