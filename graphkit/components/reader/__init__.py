"""The learned reader: a small transformer finds mentions, antecedents and the links between actors."""
