"""The forms that go out, and the layout of what comes back."""
