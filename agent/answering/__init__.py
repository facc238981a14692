"""A question and the units of a library -> a draft answer made of claims."""
