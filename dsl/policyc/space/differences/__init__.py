"""Where policies differ, or speak: exact parts, few and simple, with their examples."""
