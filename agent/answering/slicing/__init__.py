"""Pay asked for in slices: what bounds each, how a question is cut into them, and which figure fits one."""
