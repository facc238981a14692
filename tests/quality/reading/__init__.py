"""How well replies are understood: tables of replies with what a good listener would make of them."""
