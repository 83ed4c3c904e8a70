"""The values that pass between the stages: frozen, true or not there, standard library only."""
