package org.baoxiu.photo;

/** What became of one of several uploads: a picture, or a problem. */
public sealed interface Judged permits Picture, PhotoProblem {}
