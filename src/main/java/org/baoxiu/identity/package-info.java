/**
 * Who may come in and do what: groups, rights, people, passwords, the doors of the engine, and what is added to the
 * lists of Tasklist.
 */
package org.baoxiu.identity;
