"""Who may sign in, who is signed in, and the tokens by which programs ask."""
