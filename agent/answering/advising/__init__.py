"""Advice: what askers say of themselves is heard as wishes; the articles' statements weigh the roles by them."""
