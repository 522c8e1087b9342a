"""What programs ask for by an address: results, actions, changes and the dictionary, as CSV and JSON."""
