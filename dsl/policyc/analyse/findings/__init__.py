"""What a look at every case finds wrong with one policy, as findings with places and cases."""
