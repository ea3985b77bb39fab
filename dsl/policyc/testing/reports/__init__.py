"""Results of tests as texts for people, and as objects for programs. Nothing is decided here."""
