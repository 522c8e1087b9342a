"""What is hidden from readers, decided at every change, and what was asked to be shown again."""
