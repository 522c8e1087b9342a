"""What returns brought and what was written beside them: versions, drafts, figures, words, names and layouts."""
