"""Who says something: the named, the unnamed, papers, and whom 他 stands for."""
