/** What a process owner sees: rules, forms and diagrams in force, drafts, changes. */
@NullMarked
package org.baoxiu.web.models;

import org.jspecify.annotations.NullMarked;
