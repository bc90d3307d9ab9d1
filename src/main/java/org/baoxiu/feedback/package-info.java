/** Call-backs and ratings, and what follows from them. */
package org.baoxiu.feedback;
